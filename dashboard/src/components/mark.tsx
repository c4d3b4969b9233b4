/** The sign of the house. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M4 20c4 0 4-6 8-6s4 6 8 6 4-6 8-6" className="mark-wave" />
      <circle cx="20" cy="8.5" r="2.8" className="mark-sun" />
    </svg>
  );
}
