import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "uplot/dist/uPlot.min.css";
import "./styles/tokens.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/parts.css";
import "./styles/trend.css";
import "./styles/verdict.css";
import "./styles/findings.css";
import "./styles/milestones.css";
import "./styles/table.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
