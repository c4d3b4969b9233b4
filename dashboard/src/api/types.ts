// Generated from openapi.json by `npm run types`. Do not edit.
// sha256 of openapi.json: 7a53ac4f91b3a5b03945236e1eb5701b757cefad9859a4d7fbb8bfb19dce9e7c

export interface paths {
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts
         * @description Alerts, newest first, each as it stands now.
         */
        get: operations["list_alerts_api_v1_alerts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An alert and its history
         * @description An alert as it stands, with all that happened to it, in order.
         */
        get: operations["get_alert_api_v1_alerts__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Anomalies
         * @description Episodes, newest first: those that were going on at some time in [from, to).
         */
        get: operations["list_anomalies_api_v1_anomalies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log
         * @description Entries, newest first. Reads of personal data appear within seconds, counted together.
         */
        get: operations["list_audit_api_v1_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the audit log is whole
         * @description Walks the whole chain: entries that are missing or were changed are found.
         */
        get: operations["verify_audit_api_v1_audit_verify_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with email and password
         * @description Tokens for a user. Failures slow down the next attempts; an unknown email takes as long as a wrong password.
         */
        post: operations["login_api_v1_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a login
         * @description All refresh tokens of this login end; its access token lives on for its few minutes.
         */
        post: operations["logout_api_v1_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The owner of the key or token.
         */
        get: operations["me_api_v1_auth_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description All logins of the user end.
         */
        post: operations["change_password_api_v1_auth_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description A refresh token is good for one use. A second use ends the whole login: one of the two users is a thief.
         */
        post: operations["renew_api_v1_auth_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dashboard
         * @description Totals of the last days (or of a range), the content seen most, every local day, and the period before.
         */
        get: operations["dashboard_api_v1_content_dashboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content by rank
         * @description Every piece of content that had an event in the range.
         */
        get: operations["list_items_api_v1_content_items_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/items/{content_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a piece of content does
         * @description Its totals, its funnel, and the period before.
         */
        get: operations["item_api_v1_content_items__content_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content that is known
         * @description Described or seen in events, by id.
         */
        get: operations["list_metadata_api_v1_content_metadata_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/metadata/{content_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known of a piece of content
         * @description As it was told last.
         */
        get: operations["get_metadata_api_v1_content_metadata__content_id__get"];
        /**
         * Describe a piece of content
         * @description Before or after its first event.
         */
        put: operations["put_metadata_api_v1_content_metadata__content_id__put"];
        post?: never;
        /**
         * Forget what was told
         * @description Its events stay.
         */
        delete: operations["delete_metadata_api_v1_content_metadata__content_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports
         * @description Newest first, without their rows.
         */
        get: operations["list_reports_api_v1_content_reports_get"];
        put?: never;
        /**
         * Make a report
         * @description Answered at once, and kept.
         */
        post: operations["make_report_api_v1_content_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report
         * @description As it was made; `current` says whether it would be the same now.
         */
        get: operations["get_report_api_v1_content_reports__id__get"];
        put?: never;
        post?: never;
        /**
         * Remove a report
         * @description The events that it was made from stay.
         */
        delete: operations["delete_report_api_v1_content_reports__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/reports/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as a file
         * @description CSV (RFC 4180, UTF-8, a line of names first), or JSON with everything that is known of it.
         */
        get: operations["download_report_api_v1_content_reports__id__download_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/reports/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schedules of reports
         * @description Oldest first. Not for everybody who may read: an address is often a secret, or a person's.
         */
        get: operations["list_schedules_api_v1_content_reports_schedules_get"];
        put?: never;
        /**
         * Have a report made again and again
         * @description Sent through the channels; `GET /api/v1/deliveries` says what became of it.
         */
        post: operations["make_schedule_api_v1_content_reports_schedules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/reports/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A schedule
         * @description As it stands.
         */
        get: operations["get_schedule_api_v1_content_reports_schedules__id__get"];
        /**
         * Change a schedule
         * @description Holds from the next time on.
         */
        put: operations["put_schedule_api_v1_content_reports_schedules__id__put"];
        post?: never;
        /**
         * Remove a schedule
         * @description Its reports stay.
         */
        delete: operations["delete_schedule_api_v1_content_reports_schedules__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measures over time
         * @description Every bucket of the range, empty ones too.
         */
        get: operations["series_api_v1_content_series_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user did on a day
         * @description Counted within seconds. Kept in Redis until two days after; before and beyond that the database is asked.
         */
        get: operations["today_api_v1_content_today_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages
         * @description Newest first. Not for everybody who may read: an address is often a secret, or a person's.
         */
        get: operations["list_deliveries_api_v1_deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message
         * @description With what it says.
         */
        get: operations["get_delivery_api_v1_deliveries__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a message again
         * @description One that failed or was given up, from the first attempt on.
         */
        post: operations["retry_delivery_api_v1_deliveries__id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description Whether messages arrive: `GET /api/v1/deliveries/{id}` says what became of it within seconds.
         */
        post: operations["send_test_api_v1_deliveries_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What signs webhooks
         * @description Receivers check `webhook-signature` with it (https://www.standardwebhooks.com).
         */
        get: operations["get_webhook_secret_api_v1_deliveries_webhook_secret_get"];
        put?: never;
        /**
         * A new secret for webhooks
         * @description Holds for all attempts from now on.
         */
        post: operations["renew_webhook_secret_api_v1_deliveries_webhook_secret_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ingest Events
         * @description Take events: things that happened once, named by `event_id`.
         */
        post: operations["ingest_events_api_v1_events_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fitness/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Activities
         * @description Newest first.
         */
        get: operations["list_activities_api_v1_fitness_activities_get"];
        put?: never;
        /**
         * Send an activity
         * @description Needs the scope ingest; a member sends its own. Sent twice with source and external_id, it counts once.
         */
        post: operations["send_activity_api_v1_fitness_activities_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fitness/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An activity
         * @description An activity as it is known.
         */
        get: operations["get_activity_api_v1_fitness_activities__id__get"];
        put?: never;
        post?: never;
        /**
         * Remove an activity
         * @description As if it had never come; it may be sent again.
         */
        delete: operations["remove_activity_api_v1_fitness_activities__id__delete"];
        options?: never;
        head?: never;
        /**
         * Correct an activity
         * @description Fields that are not sent stay; null takes one away. It is in every answer within a second or so.
         */
        patch: operations["correct_activity_api_v1_fitness_activities__id__patch"];
        trace?: never;
    };
    "/api/v1/fitness/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dashboard
         * @description Of a member: its own. With the scope read: of one athlete, or of all.
         */
        get: operations["get_dashboard_api_v1_fitness_dashboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fitness/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Milestones
         * @description How far each is, as a task computed it (`computed_at`, `stale`). period, or from and to: those whose window meets
         *     that time.
         */
        get: operations["list_milestones_api_v1_fitness_milestones_get"];
        put?: never;
        /**
         * Set a milestone
         * @description Needs the scope operate; a member sets its own.
         */
        post: operations["add_milestone_api_v1_fitness_milestones_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fitness/milestones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A milestone
         * @description A milestone as it stands.
         */
        get: operations["get_milestone_api_v1_fitness_milestones__id__get"];
        put?: never;
        post?: never;
        /**
         * Remove a milestone
         * @description What was said of it is closed.
         */
        delete: operations["remove_milestone_api_v1_fitness_milestones__id__delete"];
        options?: never;
        head?: never;
        /**
         * Change a milestone
         * @description Fields that are not sent stay as they are; sport_type null: all kinds.
         */
        patch: operations["change_milestone_api_v1_fitness_milestones__id__patch"];
        trace?: never;
    };
    "/api/v1/fitness/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Personal records
         * @description The best of each kind of sport, over all time.
         */
        get: operations["records_api_v1_fitness_records_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fitness/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trends
         * @description One measure of the period, in buckets of the zone.
         *
         *     A period that is going on is compared with as much of the one before; from and to with as long a time right before.
         */
        get: operations["get_trends_api_v1_fitness_trends_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Feature flags
         * @description All that are declared, by name, and whether each is on for you.
         */
        get: operations["list_flags_api_v1_flags_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feature flag
         * @description As it stands.
         */
        get: operations["get_flag_api_v1_flags__name__get"];
        /**
         * Say something of a feature flag
         * @description Counts more than the environment and the declaration. Acts here at once, in other processes within a second.
         */
        put: operations["put_flag_api_v1_flags__name__put"];
        post?: never;
        /**
         * Say nothing of a feature flag any more
         * @description What its declaration or the environment says holds again.
         */
        delete: operations["delete_flag_api_v1_flags__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forecasts
         * @description The newest forecast of each series, by series.
         */
        get: operations["list_them_api_v1_forecasts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups
         * @description Groups by id, each with its newest score and who carries it. Their episodes are anomalies of `__group__`.
         */
        get: operations["list_them_api_v1_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ingest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ingest Points
         * @description Take points as JSON: in columns (`series`) or in rows (`points`); plain, gzip or zstd.
         */
        post: operations["ingest_points_api_v1_ingest_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Insights
         * @description Insights, newest first, with how many there are of each severity.
         */
        get: operations["list_them_api_v1_insights_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insights/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An insight
         * @description An insight as it stands.
         */
        get: operations["get_it_api_v1_insights__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Revoked ones too.
         */
        get: operations["list_keys_api_v1_keys_get"];
        put?: never;
        /**
         * Make an API key
         * @description The answer shows the whole key, this once.
         */
        post: operations["create_key_api_v1_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One API key
         * @description Without its secret.
         */
        get: operations["read_key_api_v1_keys__key_id__get"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Acts here at once, in other processes within 10 s.
         */
        delete: operations["revoke_key_api_v1_keys__key_id__delete"];
        options?: never;
        head?: never;
        /**
         * Rename an API key
         * @description Scopes stay for ever: make another key.
         */
        patch: operations["rename_key_api_v1_keys__key_id__patch"];
        trace?: never;
    };
    "/api/v1/learning/analytics/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What staff looks at first
         * @description Admins and teachers. `time_range`: the last 1, 7, 30 or 365 local days, of which today is one. Kept a minute.
         */
        get: operations["dashboard_api_v1_learning_analytics_dashboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The school at a glance
         * @description Kept for a minute. `days`: within how many local days a student must have logged in to be active.
         */
        get: operations["overview_api_v1_learning_analytics_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/realtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is going on
         * @description Never kept. Numbers are those of the school.
         */
        get: operations["realtime_api_v1_learning_analytics_realtime_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/student-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A student's progress
         * @description Students see themselves, teachers the students of their own classes, admins those of their school.
         *
         *     403: a student asks for another. 404: there is no such student, or class, among those you see.
         */
        get: operations["student_progress_api_v1_learning_analytics_student_progress_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/subject_mastery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your subjects
         * @description Your own data only. Courses in which nothing is begun are left out.
         */
        get: operations["subject_mastery_api_v1_learning_analytics_subject_mastery_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers of a range and a class
         * @description Admins and teachers. `start_date`: a day from its beginning, or a moment; 30 days before the end, if not said.
         *     `end_date`: a day with all of it, or a moment, which is outside; now, if not said.
         */
        get: operations["summary_api_v1_learning_analytics_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/trends/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content over time
         * @description Admins and teachers. Kept for a minute, rates of courses for an hour.
         */
        get: operations["content_api_v1_learning_analytics_trends_content_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/trends/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Engagement over time
         * @description Admins only. Kept for a minute.
         */
        get: operations["engagement_api_v1_learning_analytics_trends_engagement_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/analytics/weekly_xp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your week in XP
         * @description Your own data only, of the last 7 local days; the streak goes as far back as facts are kept.
         */
        get: operations["weekly_xp_api_v1_learning_analytics_weekly_xp_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Classes
         * @description An admin's: of the school; a teacher's: those they teach. By name.
         */
        get: operations["list_classes_api_v1_learning_classes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/compliance/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compliance as it stands
         * @description Admins. Never kept: every number is counted when it is asked for.
         */
        get: operations["compliance_api_v1_learning_compliance_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/gamification/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who earned most
         * @description `day`, `week`, `month`: XP since it began in the zone (weeks begin as the school says); `all`: of all time, also
         *     what has expired since. Kept for 5 minutes.
         */
        get: operations["leaderboard_api_v1_learning_gamification_leaderboard_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/insights/at-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Students at risk
         * @description Of the students you may see, the most urgent first. Found once an hour; none: nobody, or not looked yet.
         */
        get: operations["at_risk_api_v1_learning_insights_at_risk_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/insights/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Classes side by side
         * @description Admins: all classes of the school; teachers: their own.
         */
        get: operations["compare_classes_api_v1_learning_insights_classes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the roster up to date
         * @description All of it or nothing; but people who were erased stay out. Admins of the organisation. 422: a row refers to what
         *     is not there; 409: a username that somebody else has.
         */
        post: operations["put_roster_api_v1_learning_roster_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schools
         * @description Admins: of the organisation, all; of a school, theirs. By name.
         */
        get: operations["list_schools_api_v1_learning_schools_get"];
        put?: never;
        /**
         * Add a school
         * @description Admins of the organisation. 409: there is one of that name.
         */
        post: operations["create_school_api_v1_learning_schools_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/schools/{school_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A school
         * @description Your own; of an organisation's admin, any. 404 for others.
         */
        get: operations["get_school_api_v1_learning_schools__school_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find people
         * @description Admins only: of their school, or of all. By last name, first name, id.
         */
        get: operations["list_users_api_v1_learning_users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person
         * @description Admins, and everybody for themselves. 403 for others; 404 for nobody in your school.
         */
        get: operations["get_user_api_v1_learning_users__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learning/xapi/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take xAPI statements
         * @description One, or a list. Each becomes an event of learning (docs/domains/learning.md says which). Sent twice, it counts
         *     once.
         */
        post: operations["take_statements_api_v1_learning_xapi_statements_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts as server-sent events
         * @description The same messages as over the WebSocket. Filters: `severity` (a floor), `metric`, `label.<name>`.
         */
        get: operations["live_events_api_v1_live_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/activity/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * At which hours of the week
         * @description Messages by weekday and hour of the caller's zone. Where clocks go back an hour counts twice, as it happened.
         */
        get: operations["heatmap_api_v1_llm_activity_heatmap_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Budgets, and how they stand
         * @description In the order in which they were made.
         */
        get: operations["list_budgets_api_v1_llm_budgets_get"];
        put?: never;
        /**
         * Set a budget
         * @description Within a quarter of an hour, an insight says when most of it is spent, or all.
         */
        post: operations["add_budget_api_v1_llm_budgets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/budgets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A budget, and how it stands
         * @description In the period that lasts now.
         */
        get: operations["get_budget_api_v1_llm_budgets__id__get"];
        /**
         * Change a budget
         * @description Replaces it.
         */
        put: operations["put_budget_api_v1_llm_budgets__id__put"];
        post?: never;
        /**
         * Remove a budget
         * @description What was said of it is closed.
         */
        delete: operations["drop_budget_api_v1_llm_budgets__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What messages cost over time
         * @description Cost by bucket, model and project, over messages that have a cost.
         */
        get: operations["costs_api_v1_llm_costs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/models/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models: how often, how dear, how fast
         * @description Each model that messages of the range name, the most used first.
         */
        get: operations["usage_api_v1_llm_models_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price book
         * @description Prices with the days from which they hold. Those entered here go before the list; of several patterns that match
         *     a model the longest counts, of its rows the last that holds at the time of the message.
         */
        get: operations["list_prices_api_v1_llm_prices_get"];
        put?: never;
        /**
         * Enter a price
         * @description Holds for messages that come in from now on. POST /api/v1/llm/reprice prices anew what is there.
         */
        post: operations["add_price_api_v1_llm_prices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/prices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a price
         * @description Replaces it. Messages priced before keep their cost until they are priced anew.
         */
        put: operations["put_price_api_v1_llm_prices__id__put"];
        post?: never;
        /**
         * Remove a price
         * @description Messages keep the costs that it gave until they are priced anew.
         */
        delete: operations["drop_price_api_v1_llm_prices__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/prices/unpriced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models without a price
         * @description Models whose messages have no cost, over all time, the most frequent first: enter prices, then price anew.
         */
        get: operations["unpriced_api_v1_llm_prices_unpriced_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects
         * @description By id, with what they sum up to over all time.
         */
        get: operations["projects_api_v1_llm_projects_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/projects/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects side by side
         * @description Totals, shares, cost and tokens a message, response times, rank and trend of each.
         */
        get: operations["comparison_api_v1_llm_projects_comparison_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invoice beside what was counted
         * @description Nothing is kept. Lines without a model stand for all that the day cost.
         */
        post: operations["reconcile_api_v1_llm_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/reprice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price messages anew
         * @description By the price book as it is now. Sums, sessions and the note of who did it change in the same transaction.
         *
         *     Points of the series llm.cost follow after it, some thousands a second; `points_waiting` says how many do later.
         */
        post: operations["reprice_api_v1_llm_reprice_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/repricings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was priced anew, and by whom
         * @description Newest first.
         */
        get: operations["repricings_api_v1_llm_repricings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions
         * @description Those that were learned of last come first.
         */
        get: operations["sessions_api_v1_llm_sessions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A session
         * @description What is known of it.
         */
        get: operations["session_api_v1_llm_sessions__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/sessions/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of a session
         * @description In order of time, as long as events are kept.
         */
        get: operations["messages_api_v1_llm_sessions__id__messages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, and how that compares
         * @description Messages, sessions, projects and cost of the range, beside those of the window before.
         */
        get: operations["summary_api_v1_llm_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tokens over time
         * @description Tokens by bucket: read, written, and from and to caches.
         */
        get: operations["tokens_api_v1_llm_tokens_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A metric over time, and what is to be said of it
         * @description Buckets of the range (each is there unless told otherwise), the change against the window before, direction,
         *     weekdays, a forecast, and sentences on what stands out.
         */
        get: operations["trends_api_v1_llm_trends_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Metrics by name, over all of their series.
         */
        get: operations["list_metrics_api_v1_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Milestones
         * @description Milestones by id, with their progress as it was computed last (`computed_at`, `stale`).
         *
         *     With the scope read: all of the tenant. Without, as a member: one's own.
         */
        get: operations["list_them_api_v1_milestones_get"];
        put?: never;
        /**
         * Set a milestone
         * @description It says at once how far it is; what is expected of it follows within seconds.
         *
         *     Needs the scope operate; a user with a person sets milestones of its own, about series whose label `user_id` is it.
         */
        post: operations["add_it_api_v1_milestones_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A milestone
         * @description A milestone as it stands.
         */
        get: operations["get_it_api_v1_milestones__id__get"];
        put?: never;
        post?: never;
        /**
         * Remove a milestone
         * @description What was said of it is closed.
         */
        delete: operations["remove_it_api_v1_milestones__id__delete"];
        options?: never;
        head?: never;
        /**
         * Change a milestone
         * @description Fields that are not sent stay as they are; all is computed anew.
         */
        patch: operations["change_it_api_v1_milestones__id__patch"];
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scheduled models
         * @description How far the newest run of each is. Series are yours; times are those of the installation.
         */
        get: operations["list_them_api_v1_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Domains
         * @description All domains by name: their events, metrics with units, answers, flags and words.
         */
        get: operations["list_packs_api_v1_packs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packs/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A domain
         * @description One domain: its events, metrics with units, answers, flags and words.
         */
        get: operations["get_pack_api_v1_packs__pack__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packs/{pack}/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An answer of a domain
         * @description What a query of the domain answers. Its own parameters, which GET /api/v1/packs/{pack} lists, go beside these.
         */
        get: operations["get_answer_api_v1_packs__pack__answers__answer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Patterns
         * @description Patterns, newest first.
         */
        get: operations["list_them_api_v1_patterns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persistence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a database keeps what comes in
         * @description In memory mode: how it stands, and what waits. Else the database is all there is.
         */
        get: operations["read_persistence_api_v1_persistence_get"];
        /**
         * Switch persistence on or off
         * @description On: what memory holds and what comes in is written to the database (TIDEWATCH_DATABASE_URL, else our own).
         *
         *     Off: all goes on from memory. A database that cannot be had is tried again, and what comes in waits for it.
         */
        put: operations["switch_persistence_api_v1_persistence_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policies
         * @description Those in force, by name.
         */
        get: operations["list_policies_api_v1_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A policy
         * @description As it is in force.
         */
        get: operations["get_policy_api_v1_policies__name__get"];
        /**
         * Make or replace a policy
         * @description Holds for what comes from now on; what was said stays said, and learning goes on in any case.
         */
        put: operations["put_policy_api_v1_policies__name__put"];
        post?: never;
        /**
         * Remove a policy
         * @description Its series are judged without it from now on.
         */
        delete: operations["delete_policy_api_v1_policies__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Erasures
         * @description Newest first.
         */
        get: operations["list_erasures_api_v1_privacy_erasures_get"];
        put?: never;
        /**
         * Erase a person, or make them anonymous
         * @description Carried out within minutes, by a task that may be cut off anywhere. From then on their data is refused.
         */
        post: operations["create_erasure_api_v1_privacy_erasures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{erasure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An erasure
         * @description How far it is.
         */
        get: operations["read_erasure_api_v1_privacy_erasures__erasure_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{erasure_id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The certificate of an erasure
         * @description Signed with the installation's key. `tidewatch privacy verify FILE` checks it.
         */
        get: operations["read_certificate_api_v1_privacy_erasures__erasure_id__certificate_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{erasure_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an erasure again that failed
         * @description With more labels that name people, where those were what was left.
         */
        post: operations["retry_erasure_api_v1_privacy_erasures__erasure_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports
         * @description Newest first; of all people for admins, else one's own.
         */
        get: operations["list_exports_api_v1_privacy_exports_get"];
        put?: never;
        /**
         * Export all about a person
         * @description Admins for anybody, everybody for themselves. A small one is done at once, others within minutes: look again.
         */
        post: operations["create_export_api_v1_privacy_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An export
         * @description How far it is.
         */
        get: operations["read_export_api_v1_privacy_exports__export_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an export
         * @description A ZIP with a file of JSON lines a kind of thing.
         */
        get: operations["download_export_api_v1_privacy_exports__export_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/refusals/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take data of a person again who was erased
         * @description They came back. What was erased stays erased.
         */
        post: operations["lift_refusal_api_v1_privacy_refusals_lift_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Series
         * @description Series by id, with what is known of each.
         */
        get: operations["list_series_api_v1_series_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Actions that were asked for
         * @description By id. A gateway works through those in state `requested`.
         */
        get: operations["list_actions_api_v1_telemetry_actions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/actions/{action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An action that was asked for
         * @description With all that became of it.
         */
        get: operations["get_action_api_v1_telemetry_actions__action_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say what became of an action
         * @description `accepted` takes it: of two gateways that try with the ETag they read, one gets 412.
         */
        patch: operations["change_action_api_v1_telemetry_actions__action_id__patch"];
        trace?: never;
    };
    "/api/v1/telemetry/correlations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which metrics move together
         * @description A matrix of correlations between metrics (or devices, with `group_by`), each pair over the buckets that both have
         *     and that are over. `p` allows for the memory of the series, `q` for the number of pairs.
         */
        get: operations["get_correlations_api_v1_telemetry_correlations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a metric repeats itself
         * @description Hours of the metric by their place in the local day or week: the profile (mean and percentiles of the hours that
         *     fell into each place), and each day or week as a line. At most 92 days. An hour that clocks repeat counts twice.
         */
        get: operations["get_cycles_api_v1_telemetry_cycles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/fleet/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A device against its fleet
         * @description A metric of one device beside that of its peers: all other devices with the same `label.<name>`, if any is asked.
         *
         *     For each bucket, and over the whole range: the peers' median and band, the device's distance from the median in
         *     robust spreads (1.4826 times the median absolute deviation), and the percentage of peers below it. The device itself
         *     is no peer.
         */
        get: operations["compare_api_v1_telemetry_fleet_compare_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/fleet/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A fleet at a glance
         * @description Every device by one metric over the range, those farthest from their peers first.
         */
        get: operations["overview_api_v1_telemetry_fleet_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Insights with what can be done about them
         * @description What the models found, newest first: each with its recommendations, how many there are, and which is worst.
         */
        get: operations["get_insights_api_v1_telemetry_insights_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/kpi-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An expression over time, before it is kept
         * @description As a figure with this expression would be.
         */
        get: operations["preview_api_v1_telemetry_kpi_preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description Your tenant's, by name.
         */
        get: operations["list_kpis_api_v1_telemetry_kpis_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/kpis/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A figure
         * @description What it is made of.
         */
        get: operations["get_kpi_api_v1_telemetry_kpis__name__get"];
        /**
         * Make or replace a figure
         * @description With `record` it is written as the metric `kpi.<name>` from now on; what was written stays.
         */
        put: operations["put_kpi_api_v1_telemetry_kpis__name__put"];
        post?: never;
        /**
         * Remove a figure
         * @description What was written as a metric stays.
         */
        delete: operations["delete_kpi_api_v1_telemetry_kpis__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/kpis/{name}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a figure for the past
         * @description As history: learned from, nobody is alerted. Again, it writes only what has changed.
         */
        post: operations["backfill_api_v1_telemetry_kpis__name__backfill_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/kpis/{name}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A figure over time
         * @description In each bucket each metric is folded over all of its series, then the expression is worked out. Null where a part
         *     has no points, and where something is divided by 0.
         */
        get: operations["get_values_api_v1_telemetry_kpis__name__values_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My layouts
         * @description By name, without what they hold.
         */
        get: operations["list_layouts_api_v1_telemetry_layouts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/layouts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A layout of mine
         * @description The ETag is for If-Match, so that two windows do not overwrite each other.
         */
        get: operations["get_layout_api_v1_telemetry_layouts__name__get"];
        /**
         * Keep a layout
         * @description Make or replace it.
         */
        put: operations["put_layout_api_v1_telemetry_layouts__name__put"];
        post?: never;
        /**
         * Remove a layout
         * @description The page goes back to the layout that it brings along.
         */
        delete: operations["delete_layout_api_v1_telemetry_layouts__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/metrics/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readings of a metric
         * @description Raw readings, newest first; of the last hour, if nothing is said.
         */
        get: operations["read_api_v1_telemetry_metrics__name__get"];
        put?: never;
        /**
         * Record a metric
         * @description Take one reading. It is durable when this answers, and in every answer within a second. For many at once there is
         *     /api/v1/ingest, which takes thousands a request.
         */
        post: operations["record_api_v1_telemetry_metrics__name__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Patterns
         * @description What recurs, or belongs together, newest first.
         */
        get: operations["get_patterns_api_v1_telemetry_patterns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I am told
         * @description 404 until something is said.
         */
        get: operations["get_preferences_api_v1_telemetry_preferences_get"];
        /**
         * Say how I want to be told
         * @description Alerts from now on go to these targets, from `minimum_severity` on; in quiet hours they are held, and told of in
         *     one message when these end. Reading alerts needs the scope read; without it nothing is sent.
         */
        put: operations["put_preferences_api_v1_telemetry_preferences_put"];
        post?: never;
        /**
         * Tell me nothing
         * @description What waits to be sent is sent all the same.
         */
        delete: operations["delete_preferences_api_v1_telemetry_preferences_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be done now
         * @description Recommendations of active insights, those of the newest insight first.
         */
        get: operations["get_recommendations_api_v1_telemetry_recommendations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/recommendations/{recommendation_id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a recommendation's action
         * @description One click: the action is recorded as requested. While it is not over, asking again gives the same request.
         */
        post: operations["request_action_api_v1_telemetry_recommendations__recommendation_id__request_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates of recommendations
         * @description Your tenant's, by name; they speak before those of the pack.
         */
        get: operations["list_templates_api_v1_telemetry_templates_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/templates/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or replace a template
         * @description What to say, and what to offer, of insights that fit. Of several that fit, the first by name speaks.
         */
        put: operations["put_template_api_v1_telemetry_templates__name__put"];
        post?: never;
        /**
         * Remove a template
         * @description Requests that came of it stay.
         */
        delete: operations["delete_template_api_v1_telemetry_templates__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thresholds
         * @description By name. Levels that other policies set are not listed here.
         */
        get: operations["list_thresholds_api_v1_telemetry_thresholds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/thresholds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A threshold
         * @description As it is in force.
         */
        get: operations["get_threshold_api_v1_telemetry_thresholds__name__get"];
        /**
         * Make or replace a threshold
         * @description Holds within a second, for what comes from then on. Of several that match a series the closest counts: more
         *     labels, then the metric's own name.
         */
        put: operations["put_threshold_api_v1_telemetry_thresholds__name__put"];
        post?: never;
        /**
         * Remove a threshold
         * @description Alerts that it opened are closed.
         */
        delete: operations["delete_threshold_api_v1_telemetry_thresholds__name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telemetry/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Performance trends
         * @description Each metric over the same hours: points, what was expected, what was unusual, and where it goes.
         *
         *     `metrics` may hold `*`; without it, all metrics by name, at most 50. `direction` says how the whole range compares
         *     with the one before, only where `trend_basis` is ok. `alerts` are those of the series shown that were open at some
         *     time in the range.
         */
        get: operations["get_trends_api_v1_telemetry_trends_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A metric over time
         * @description Aggregates of a metric in buckets of time. Days, weeks and months begin at local midnight of `timezone`.
         *
         *     Exact at any moment: what rollups do not hold yet is read from raw points. `total` is the aggregate over the whole
         *     range. `auto` takes raw points up to 6 hours, 15m up to 2 days, 1h up to 14, day up to 200, week up to 3 years. A
         *     rate is per second, from the growth of counters, with resets healed. A range that ends now begins with its first
         *     bucket.
         */
        get: operations["get_trend_api_v1_trends_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Disabled ones too.
         */
        get: operations["list_users_api_v1_users_get"];
        put?: never;
        /**
         * Add a user
         * @description They log in with email and password.
         */
        post: operations["create_user_api_v1_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user's role, disable or enable them
         * @description Acts here at once, in other processes within 10 s. The last admin stays.
         */
        patch: operations["change_user_api_v1_users__user_id__patch"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a user's password
         * @description All logins of the user end. For your own password there is `/api/v1/auth/password`.
         */
        put: operations["set_password_api_v1_users__user_id__password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Lines
         * @description Take points as Influx line protocol. `measurement field=1` becomes the metric `measurement.field`.
         */
        post: operations["write_lines_api_v1_write_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is it well
         * @description Always 200: `degraded` while the database or Redis cannot be reached.
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics
         * @description Of all processes that share PROMETHEUS_MULTIPROC_DIR, or of this one.
         */
        get: operations["metrics_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it serve
         * @description 200 when requests can be served, 503 when not. Redis is not needed for that.
         */
        get: operations["ready_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track
         * @description Take one event, or a list of them.
         */
        post: operations["track_track_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Access
         * @description Reads of personal data of learning, from the audit log.
         */
        Access: {
            /**
             * Detail
             * @description Why, and what to do
             * @example Nobody waits.
             */
            detail: string;
            /** Last Access */
            last_access: string | null;
            /**
             * Reads 30 Days
             * @description Entries of the last 30 days, at most 1000
             */
            reads_30_days: number;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "attention" | "breach";
        };
        /**
         * ActionableRecommendation
         * @description What can be done about an insight. With an action it can be asked for at a click: POST …/{id}/request.
         */
        ActionableRecommendation: {
            action: components["schemas"]["DeviceAction"] | null;
            /** Estimated Impact */
            estimated_impact: string | null;
            /**
             * Id
             * @example 5f0c2f4e1d7a9b3c8e6d4f2a1b.t9f3a01c2
             */
            id: string;
            severity: components["schemas"]["Severity"];
            /** Text */
            text: string;
        };
        /**
         * ActionChange
         * @description A change of a request's state.
         */
        ActionChange: {
            /**
             * At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            at: string;
            /**
             * By
             * @example ada@example.org
             */
            by: string;
            /** Note */
            note?: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "requested" | "accepted" | "done" | "failed" | "cancelled";
        };
        /**
         * ActionPage
         * @description Requests by id.
         */
        ActionPage: {
            /** Items */
            items: components["schemas"]["ActionRequest"][];
            /** Next */
            next: string | null;
        };
        /**
         * ActionRequest
         * @description An action that somebody asked for. Who controls the device fetches it, carries it out, and says so.
         */
        ActionRequest: {
            action: components["schemas"]["DeviceAction"];
            /**
             * History
             * @description All changes, in order
             */
            history: components["schemas"]["ActionChange"][];
            /**
             * Id
             * @example 0190f5c2a7
             */
            id: string;
            /** Insight Id */
            insight_id: string;
            /** Recommendation Id */
            recommendation_id: string;
            /**
             * Requested At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "requested" | "accepted" | "done" | "failed" | "cancelled";
            /** Text */
            text: string;
            /**
             * Version
             * @description Grows with every change; also the ETag
             */
            version: number;
        };
        /**
         * ActionStep
         * @description What became of a request.
         */
        ActionStep: {
            /**
             * Note
             * @example Fan runs since 14:03.
             */
            note?: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "accepted" | "done" | "failed" | "cancelled";
        };
        /**
         * ActionTemplate
         * @description What a device is asked to do. The device is that of the insight.
         */
        ActionTemplate: {
            /**
             * Command
             * @example set_fan
             */
            command: string;
            /**
             * Payload
             * @example {
             *       "level": "high"
             *     }
             */
            payload?: {
                [key: string]: boolean | number | string;
            };
            /**
             * Type
             * @enum {string}
             */
            type: "DEVICE_CONTROL" | "CONFIGURATION_CHANGE";
        };
        /**
         * Activity
         * @description Something that a student did.
         */
        Activity: {
            /** Content Id */
            content_id: string | null;
            /**
             * Kind
             * @example video
             * @example progress
             * @example quiz
             */
            kind: string;
            /**
             * Name
             * @description `You` for yourself
             * @example Ada Adler
             */
            name: string;
            /**
             * T
             * Format: date-time
             */
            t: string;
            /** Title */
            title: string | null;
            /** User Id */
            user_id: string;
            /** Xp */
            xp: number;
        };
        /**
         * ActivityFields
         * @description What can be said of an activity, and corrected.
         */
        ActivityFields: {
            /** Avg Hr */
            avg_hr?: number | null;
            /** Calories */
            calories?: number | null;
            /** Distance M */
            distance_m?: number | null;
            /** Duration S */
            duration_s?: number | null;
            /** Elevation M */
            elevation_m?: number | null;
            /** Max Hr */
            max_hr?: number | null;
            /** Name */
            name?: string | null;
            /** Sport Type */
            sport_type?: string | null;
            /** Started At */
            started_at?: string | null;
            /** Timezone */
            timezone?: string | null;
        };
        /**
         * ActivityHeatmap
         * @description When messages happen, in the hours of the caller's zone. 168 cells, or with fill=none those with messages.
         */
        ActivityHeatmap: {
            /** Cells */
            cells: components["schemas"]["HeatmapCell"][];
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Peak Day
             * @description The weekday with most messages; null without any
             */
            peak_day: number | null;
            /**
             * Peak Hour
             * @description The hour with most messages, all weekdays together; null without any
             */
            peak_hour: number | null;
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Total Messages */
            total_messages: number;
        };
        /**
         * ActivityIn
         * @description An activity. The same user_id, source and external_id are one activity.
         */
        ActivityIn: {
            /** Avg Hr */
            avg_hr?: number | null;
            /** Calories */
            calories?: number | null;
            /** Distance M */
            distance_m?: number | null;
            /**
             * Duration S
             * @example 3600
             */
            duration_s: number;
            /** Elevation M */
            elevation_m?: number | null;
            /** External Id */
            external_id?: string | null;
            /** Max Hr */
            max_hr?: number | null;
            /** Name */
            name?: string | null;
            /** Source */
            source?: string | null;
            /**
             * Sport Type
             * @example run
             */
            sport_type: string;
            /**
             * Started At
             * Format: date-time
             * @example 2026-03-01T07:30:00+01:00
             */
            started_at: string;
            /** Timezone */
            timezone?: string | null;
            /**
             * User Id
             * @description Whose it is; absent: one's own
             */
            user_id?: string | null;
        };
        /**
         * ActivityOut
         * @description An activity.
         */
        ActivityOut: {
            /**
             * Avg Hr
             * @example 148
             */
            avg_hr: number | null;
            /**
             * Calories
             * @example 640
             */
            calories: number | null;
            /**
             * Distance M
             * @example 10250.5
             */
            distance_m: number | null;
            /**
             * Duration S
             * @example 3600
             */
            duration_s: number;
            /**
             * Elevation M
             * @example 120
             */
            elevation_m: number | null;
            /**
             * External Id
             * @example 1234567890
             */
            external_id: string | null;
            /** Id */
            id: string;
            /**
             * Max Hr
             * @example 171
             */
            max_hr: number | null;
            /**
             * Name
             * @example Morning run
             */
            name: string | null;
            /**
             * Pace
             * @description s/km
             * @example 351.2
             */
            pace: number | null;
            /**
             * Source
             * @example strava
             */
            source: string | null;
            /**
             * Sport Type
             * @example run
             */
            sport_type: string;
            /**
             * Started At
             * @description RFC 3339, in the activity's own zone
             * @example 2026-03-01T07:30:00+01:00
             */
            started_at: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string | null;
            /** User Id */
            user_id: string;
        };
        /**
         * ActivityPage
         * @description A page of activities, newest first.
         */
        ActivityPage: {
            /** Items */
            items: components["schemas"]["ActivityOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ActivityTaken
         * @description It is durable, and in every answer within a second or so.
         */
        ActivityTaken: {
            /** Accepted */
            accepted: number;
            /** Duplicate */
            duplicate: number;
            /** Id */
            id: string;
        };
        /**
         * Against
         * @description A number against that of the same stretch as many local days before, up to the same time of day.
         */
        Against: {
            /**
             * Percent
             * @description Only where trend_basis is ok
             */
            percent: number | null;
            /** Previous */
            previous: number;
            /**
             * Trend Basis
             * @description no_baseline: 0 before, or nothing recorded yet; partial: not all is in
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * AlertHistory
         * @description An alert with all that happened to it, in order.
         */
        AlertHistory: {
            alert: components["schemas"]["AlertOut"];
            /** Generated At */
            generated_at: string;
            /** Transitions */
            transitions: components["schemas"]["TransitionOut"][];
        };
        /**
         * AlertOut
         * @description An alert as it stands. The same fields are pushed live.
         */
        AlertOut: {
            /**
             * Changed At
             * @description Time of that transition: RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Expected
             * @description In the unit of the series
             * @example 12
             */
            expected: number | null;
            /**
             * Id
             * @example 5
             */
            id: number;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Reason
             * @description In words
             */
            reason: string;
            /**
             * Score
             * @description 0 to 1, calibrated
             * @example 0.9995
             */
            score: number;
            /**
             * Seq
             * @description Number of its newest transition
             * @example 813
             */
            seq: number;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "opened" | "raised" | "revised" | "closed" | "retracted";
            /**
             * T
             * @description Time of the most unusual point: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            t: string;
            /**
             * Value
             * @description In the unit of the series
             * @example 97
             */
            value: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * AlertPage
         * @description A page of alerts, newest first.
         */
        AlertPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["AlertOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * Among
         * @description A value among those of its peers, itself left out.
         */
        Among: {
            /**
             * Median
             * @description Of the peers. In the unit of the metric; a rate is per second
             * @example 12.6
             */
            median: number | null;
            /**
             * P10
             * @description 10th percentile of the peers; null with fewer than two
             */
            p10: number | null;
            /** P25 */
            p25: number | null;
            /** P75 */
            p75: number | null;
            /** P90 */
            p90: number | null;
            /**
             * Peers
             * @description Peers that have a value
             * @example 11
             */
            peers: number;
            /**
             * Percentile Rank
             * @description Percent of peers below, ties by half
             * @example 4.5
             */
            percentile_rank: number | null;
            /**
             * Robust Z
             * @description Distance from the median in 1.4826 median absolute deviations; null where peers are all alike
             * @example -3.4
             */
            robust_z: number | null;
            /**
             * V
             * @description In the unit of the metric; a rate is per second
             * @example 12.1
             */
            v: number | null;
        };
        /**
         * AmongPoint
         * @description A bucket.
         */
        AmongPoint: {
            /**
             * Median
             * @description Of the peers. In the unit of the metric; a rate is per second
             * @example 12.6
             */
            median: number | null;
            /**
             * P10
             * @description 10th percentile of the peers; null with fewer than two
             */
            p10: number | null;
            /** P25 */
            p25: number | null;
            /** P75 */
            p75: number | null;
            /** P90 */
            p90: number | null;
            /**
             * Peers
             * @description Peers that have a value
             * @example 11
             */
            peers: number;
            /**
             * Percentile Rank
             * @description Percent of peers below, ties by half
             * @example 4.5
             */
            percentile_rank: number | null;
            /**
             * Robust Z
             * @description Distance from the median in 1.4826 median absolute deviations; null where peers are all alike
             * @example -3.4
             */
            robust_z: number | null;
            /**
             * T
             * @description Where it begins: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            t: string;
            /**
             * V
             * @description In the unit of the metric; a rate is per second
             * @example 12.1
             */
            v: number | null;
        };
        /**
         * AnalyticsSummary
         * @description What happened in the range. Trends: percent against the window of equal length right before, by the rule that
         *     nothing before and something now is 100; where `trend_basis` is not `ok` that is no measurement: hide it.
         */
        AnalyticsSummary: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Computed Messages
             * @description Those of them whose cost the price book gave
             */
            computed_messages: number;
            /** Cost Trend */
            cost_trend: number;
            /**
             * Cost Trend Basis
             * @enum {string}
             */
            cost_trend_basis: "ok" | "no_baseline" | "partial";
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Messages Trend */
            messages_trend: number;
            /**
             * Most Active Project
             * @description Name of the project with most messages
             */
            most_active_project: string | null;
            /** Most Active Project Id */
            most_active_project_id: string | null;
            /**
             * Most Used Model
             * @description Of messages that name one
             */
            most_used_model: string | null;
            /**
             * Priced Messages
             * @description Messages with a cost, stated or computed
             */
            priced_messages: number;
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total Cost
             * @description USD, rounded to 2 digits
             * @example 1234.57
             */
            total_cost: number;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
            /** Total Messages */
            total_messages: number;
            /**
             * Total Projects
             * @description Distinct, with a message in the range
             */
            total_projects: number;
            /**
             * Total Sessions
             * @description Distinct, with a message in the range
             */
            total_sessions: number;
            /**
             * Trend Basis
             * @description Of messages_trend
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
            /**
             * Unpriced Messages
             * @description Messages without a cost: of models that have no price
             */
            unpriced_messages: number;
        };
        /**
         * AnswerInfo
         * @description A question that the pack answers.
         */
        AnswerInfo: {
            /**
             * Address
             * @example /api/v1/packs/tides/answers/levels
             */
            address: string;
            /**
             * Bucket
             * @description How long a bucket is if none is asked for; null: not over time
             */
            bucket: string | null;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Name */
            name: string;
            /** Params */
            params: {
                [key: string]: components["schemas"]["ParamOut"];
            };
            /** Title */
            title: string;
        };
        /**
         * Compared
         * @description A total against the period before.
         */
        api__packs__content__shapes__Compared: {
            /**
             * Before
             * @description The total of the period before; null where it has none
             */
            before: number | null;
            /**
             * Before Exact
             * @description Of revenue, to the last digit
             */
            before_exact?: string | null;
            /**
             * Change Percent
             * @description Null but for basis ok
             * @example 12.5
             */
            change_percent: number | null;
            /**
             * Trend Basis
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * Comparison
         * @description Against the period before: as many days, up to the same time of day.
         */
        api__packs__content__shapes__Comparison: {
            clicks: components["schemas"]["api__packs__content__shapes__Compared"];
            conversions: components["schemas"]["api__packs__content__shapes__Compared"];
            engagement_rate: components["schemas"]["api__packs__content__shapes__Compared"];
            /** From */
            from: string;
            optimization_score: components["schemas"]["api__packs__content__shapes__Compared"];
            revenue: components["schemas"]["api__packs__content__shapes__Compared"];
            /** To */
            to: string;
            views: components["schemas"]["api__packs__content__shapes__Compared"];
        };
        /**
         * Dashboard
         * @description All at a glance.
         */
        api__packs__content__shapes__Dashboard: {
            /**
             * Avg Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            avg_engagement_rate: number | null;
            /**
             * Avg Optimization Score
             * @example 78.2
             */
            avg_optimization_score: number | null;
            /**
             * Click Through Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            click_through_rate: number | null;
            comparison: components["schemas"]["api__packs__content__shapes__Comparison"];
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Currency
             * @description ISO 4217; XXX: no currency was said
             * @example EUR
             */
            currency: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Metrics By Day */
            metrics_by_day: components["schemas"]["api__packs__content__shapes__Day"][];
            /**
             * Revenue By Currency
             * @example {
             *       "EUR": "4499.55"
             *     }
             */
            revenue_by_currency: {
                [key: string]: string;
            };
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Top Content */
            top_content: components["schemas"]["TopContent"][];
            /**
             * Total Clicks
             * @example 250
             */
            total_clicks: number;
            /**
             * Total Content Views
             * @example 250
             */
            total_content_views: number;
            /**
             * Total Conversions
             * @example 250
             */
            total_conversions: number;
            /**
             * Total Engagements
             * @example 250
             */
            total_engagements: number;
            /**
             * Total Optimizations
             * @example 250
             */
            total_optimizations: number;
            /**
             * Total Page Views
             * @example 250
             */
            total_page_views: number;
            /**
             * Total Revenue
             * @description In `currency`, rounded to 2 digits
             * @example 4499.55
             */
            total_revenue: number;
            /**
             * Total Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            total_revenue_exact: string;
            /**
             * Total Views
             * @example 250
             */
            total_views: number;
        };
        /**
         * Day
         * @description A local day.
         */
        api__packs__content__shapes__Day: {
            /**
             * Click Through Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            click_through_rate: number | null;
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /**
             * Content Views
             * @example 250
             */
            content_views: number;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Date
             * @example 2026-01-31
             */
            date: string;
            /**
             * Engaged Views
             * @example 250
             */
            engaged_views: number;
            /**
             * Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            engagement_rate: number | null;
            /**
             * Engagements
             * @example 250
             */
            engagements: number;
            /**
             * Optimization Score
             * @description Mean, rounded to 2 digits
             * @example 78.2
             */
            optimization_score: number | null;
            /**
             * Optimizations
             * @example 250
             */
            optimizations: number;
            /**
             * Page Views
             * @example 250
             */
            page_views: number;
            /**
             * Partial
             * @description Not wholly asked for, or not over yet
             */
            partial: boolean;
            /**
             * Revenue
             * @description In `currency`, rounded to 2 digits
             * @example 4499.55
             */
            revenue: number;
            /**
             * Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            revenue_exact: string;
            /**
             * T
             * @description Where it begins: RFC 3339
             * @example 2026-01-31T00:00:00+01:00
             */
            t: string;
            /**
             * Views
             * @example 250
             */
            views: number;
        };
        /**
         * TrendPoint
         * @description A bucket.
         */
        api__packs__fitness__schemas__TrendPoint: {
            /**
             * N
             * @description Activities; 0: the value is filled in
             * @example 1
             */
            n: number;
            /**
             * Partial
             * @description It is not over, or not wholly asked for
             */
            partial: boolean;
            /**
             * T
             * @description Where it begins: RFC 3339 with the zone's offset
             * @example 2026-03-01T00:00:00+01:00
             */
            t: string;
            /**
             * V
             * @description In the unit of the trend
             * @example 10250.5
             */
            v: number | null;
        };
        /**
         * Dashboard
         * @description Of the students whom the viewer may see. Null: there was nothing to average.
         */
        api__packs__learning__dashboard__Dashboard: {
            /**
             * Active Users
             * @description Different students with an activity in the range
             */
            active_users: number;
            /**
             * Average Completion Rate
             * @description Mean progress of lessons last reported on in it, %
             */
            average_completion_rate: number | null;
            /**
             * Average Quiz Score
             * @description Mean score of attempts in the range, %
             */
            average_quiz_score: number | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Recent Completions
             * @description Newest first
             */
            recent_completions: components["schemas"]["Completion"][];
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "day" | "week" | "month" | "year";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Top Performers */
            top_performers: components["schemas"]["Performer"][];
            /** Total Activities */
            total_activities: number;
            /** Total Students */
            total_students: number;
            /** Total Xp */
            total_xp: number;
            versus_active_users: components["schemas"]["Against"];
            versus_activities: components["schemas"]["Against"];
            versus_xp: components["schemas"]["Against"];
        };
        /**
         * Comparison
         * @description Classes side by side, by name.
         */
        api__packs__learning__insights__Comparison: {
            /** Classes */
            classes: components["schemas"]["ClassRow-Output"][];
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
        };
        /**
         * Day
         * @description A local day.
         */
        api__packs__learning__own__Day: {
            /** Activities */
            activities: number;
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Partial
             * @description The day is not over
             */
            partial: boolean;
            /**
             * Weekday
             * @example monday
             */
            weekday: string;
            /** Xp */
            xp: number;
        };
        /**
         * Compared
         * @description A day and model (null: all models of the day). `difference`: what was invoiced over what was counted.
         */
        api__packs__llm__reconcile__Compared: {
            /**
             * Counted
             * @description USD, every digit
             * @example 1234.567890123
             */
            counted: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Difference
             * @description USD, every digit
             * @example 1234.567890123
             */
            difference: string;
            /**
             * Difference Percent
             * @description Of what was counted
             */
            difference_percent: number | null;
            /**
             * Invoiced
             * @description USD, every digit
             * @example 1234.567890123
             */
            invoiced: string;
            /** Model */
            model: string | null;
            /**
             * Unpriced Messages
             * @description Messages here without a cost: they may explain a difference
             */
            unpriced_messages: number;
        };
        /**
         * ForecastPoint
         * @description What is to be expected; nine in ten lie between `lo` and `hi` if things go on as they did.
         */
        api__packs__llm__shapes_more__ForecastPoint: {
            /** Hi */
            hi: number;
            /** Lo */
            lo: number;
            /**
             * Timestamp
             * Format: date-time
             */
            timestamp: string;
            /** Value */
            value: number;
        };
        /**
         * TrendPoint
         * @description A bucket. Percentiles for response times only.
         */
        api__packs__llm__shapes_more__TrendPoint: {
            /** Messages */
            messages: number;
            /** P50 */
            p50?: number | null;
            /** P95 */
            p95?: number | null;
            /** P99 */
            p99?: number | null;
            /** Partial */
            partial: boolean;
            /**
             * Timestamp
             * Format: date-time
             */
            timestamp: string;
            /**
             * Value
             * @description Null: no messages to say it of
             */
            value: number | null;
            /**
             * Value Exact
             * @description Costs only: USD, every digit
             */
            value_exact: string | null;
        };
        /**
         * TrendPoint
         * @description A bucket, or a raw point.
         */
        api__packs__telemetry__schemas__TrendPoint: {
            /**
             * Anomaly
             * @description True: something in it was unusual
             */
            anomaly?: boolean | null;
            /**
             * Filled
             * @description True: the bucket has no points, `fill` made this one
             */
            filled?: boolean | null;
            /**
             * N
             * @description How many points it stands for
             * @example 96
             */
            n: number;
            /**
             * Partial
             * @description True: the bucket is not complete, or not wholly asked for
             */
            partial?: boolean | null;
            /**
             * T
             * @description Where the bucket begins: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            t: string;
            /**
             * V
             * @description In the unit of the series; a rate is per second, a count has no unit
             * @example 0.5
             */
            v: number | null;
        };
        /**
         * ForecastPoint
         * @description A bucket to come. The intervals are to hold the truth in 80 and in 95 of 100 cases.
         */
        api__schemas__forecasts__ForecastPoint: {
            /**
             * Hi80
             * @description In the unit of the series
             * @example 15
             */
            hi80: number | null;
            /**
             * Hi95
             * @description In the unit of the series
             * @example 17
             */
            hi95: number | null;
            /**
             * Lo80
             * @description In the unit of the series
             * @example 9
             */
            lo80: number | null;
            /**
             * Lo95
             * @description In the unit of the series
             * @example 7
             */
            lo95: number | null;
            /**
             * Mean
             * @description In the unit of the series
             * @example 12
             */
            mean: number | null;
            /**
             * T
             * @description Start of the bucket: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            t: string;
        };
        /**
         * MetricOut
         * @description A metric that events become: a point an event. Ask for it at GET /api/v1/trends.
         */
        api__schemas__packs__MetricOut: {
            /**
             * Agg
             * @description How it is usually folded
             * @example sum
             */
            agg: string;
            /**
             * Events
             * @description Types of the events that it comes from
             */
            events: string[];
            /**
             * Good
             * @description Which direction is the good one
             */
            good: ("up" | "down") | null;
            /** Labels */
            labels: string[];
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string | null;
        };
        /**
         * MetricOut
         * @description A metric over all of its series.
         */
        api__schemas__series__MetricOut: {
            /**
             * Kind
             * @description Null where its series disagree
             * @example gauge
             */
            kind: string | null;
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Newest
             * @description Time of the newest point: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            newest: string | null;
            /**
             * Series
             * @description How many
             * @example 12
             */
            series: number;
            /**
             * Unit
             * @description Null where its series disagree or say none
             * @example %
             */
            unit: string | null;
        };
        /**
         * Assignments
         * @description Quizzes of the courses that active classes take.
         */
        Assignments: {
            /**
             * Attempted
             * @description Quizzes that a student has handed in at least once
             */
            attempted: number;
            /**
             * Attempts
             * @description All that was handed in, repeats too
             */
            attempts: number;
            /**
             * Pending
             * @description Quizzes that nobody has handed in
             */
            pending: number;
            /**
             * Submissions
             * @description Different (student, quiz) pairs of them
             */
            submissions: number;
            /** Total */
            total: number;
        };
        /**
         * AtRisk
         * @description A student whom somebody may be at risk of losing.
         */
        AtRisk: {
            /**
             * Found At
             * Format: date-time
             */
            found_at: string;
            /**
             * Level
             * @enum {string}
             */
            level: "low" | "medium" | "high";
            /**
             * Name
             * @example Ada Berg
             */
            name: string;
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /**
             * Score
             * @description Sum of the weights, at most 100
             * @example 65
             */
            score: number;
            /**
             * Student Id
             * @example 0b6f2c1e-8a44-4d9b-9f3e-2f1f5a0c7d11
             */
            student_id: string;
        };
        /**
         * AuditEntry
         * @description One entry. `object` and `details` are null where an erasure emptied them.
         */
        AuditEntry: {
            /**
             * Action
             * @description Method and route, or a name of ours
             * @example PUT /api/v1/policies/{name}
             */
            action: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Details
             * @example {
             *       "params": {
             *         "name": "quiet-nights"
             *       },
             *       "status": 200
             *     }
             */
            details?: {
                [key: string]: unknown;
            } | null;
            /**
             * Hash
             * @description SHA-256, in hex, of this entry and the hash before it
             */
            hash: string;
            /**
             * Name
             * @description What that user or key is called now; null: it is gone
             */
            name?: string | null;
            /**
             * Object
             * @example /api/v1/policies/quiet-nights
             */
            object?: string | null;
            /**
             * Seq
             * @example 812
             */
            seq: number;
            /**
             * Who
             * @description user:<id>, key:<id> or system
             * @example user:3
             */
            who: string;
        };
        /**
         * AuditVerified
         * @description `ok`: the chain is whole. Else `problem` says what is wrong first, at entry `seq`.
         *
         *     Note `entries` and `head` somewhere else from time to time: with them one can prove that nothing was rewritten.
         */
        AuditVerified: {
            /**
             * Emptied
             * @description Entries whose words an erasure took away, and that it owns up to
             */
            emptied: number;
            /** Entries */
            entries: number;
            /** Head */
            head: string;
            /** Ok */
            ok: boolean;
            /** Problem */
            problem?: string | null;
            /** Seq */
            seq?: number | null;
        };
        /**
         * BandPoint
         * @description What the detectors expected.
         */
        BandPoint: {
            /**
             * Expected
             * @description In the unit of the series; a rate is per second, a count has no unit
             * @example 0.5
             */
            expected: number;
            /**
             * Hi
             * @description In the unit of the series; a rate is per second, a count has no unit
             * @example 0.7
             */
            hi: number;
            /**
             * Lo
             * @description In the unit of the series; a rate is per second, a count has no unit
             * @example 0.3
             */
            lo: number;
            /**
             * T
             * @description RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            t: string;
        };
        /** Body_backfill_api_v1_telemetry_kpis__name__backfill_post */
        Body_backfill_api_v1_telemetry_kpis__name__backfill_post: {
            /**
             * Days
             * @description Up to now
             */
            days: number;
        };
        /**
         * BudgetIn
         * @description How much messages of a project and a model (null: all) may cost in each period of a zone.
         */
        BudgetIn: {
            /**
             * Amount
             * @description USD
             * @example 500
             */
            amount: number | string;
            /** Model */
            model?: string | null;
            /**
             * Name
             * @example Atlas, a month
             */
            name: string;
            /**
             * Period
             * @default month
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /** Project Id */
            project_id?: string | null;
            /**
             * Timezone
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Warn At
             * @description The share from which on it is said
             * @default 0.8
             * @example 0.8
             */
            warn_at: number | string;
        };
        /**
         * BudgetOut
         * @description A budget, and how it stands in the period that lasts now.
         */
        BudgetOut: {
            /**
             * Amount
             * @description USD
             * @example 500
             */
            amount: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /** Id */
            id: number;
            /** Model */
            model?: string | null;
            /**
             * Name
             * @example Atlas, a month
             */
            name: string;
            /**
             * Period
             * @default month
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /**
             * Period Begins
             * Format: date-time
             */
            period_begins: string;
            /**
             * Period Ends
             * Format: date-time
             */
            period_ends: string;
            /** Project Id */
            project_id?: string | null;
            /**
             * Projected
             * @description What the period comes to, at the pace of the last 28 days
             * @example 1234.567890123
             */
            projected: string;
            /**
             * Remaining
             * @description Negative: overspent
             * @example 1234.567890123
             */
            remaining: string;
            /**
             * Spent
             * @description USD, every digit
             * @example 1234.567890123
             */
            spent: string;
            /** Spent Percent */
            spent_percent: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "ok" | "warning" | "over";
            /**
             * Timezone
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Unpriced Messages
             * @description Messages of the period without a cost: not in `spent`
             */
            unpriced_messages: number;
            /**
             * Warn At
             * @description The share from which on it is said
             * @default 0.8
             * @example 0.8
             */
            warn_at: string;
            /**
             * Will Be Over
             * @description By the projection
             */
            will_be_over: boolean;
        };
        /**
         * Carrier
         * @description A member that makes its group unusual.
         */
        Carrier: {
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Series Id
             * @example 17
             */
            series_id: number;
            /**
             * Share
             * @description Its part of the evidence, 0 to 1
             * @example 0.41
             */
            share: number;
        };
        /**
         * Class
         * @description A class.
         */
        Class: {
            /** Active */
            active: boolean;
            /**
             * Course
             * @example Mathematics
             */
            course: string | null;
            /** Course Id */
            course_id: string | null;
            /**
             * Id
             * @example 6f0a9d52-3c1b-4e7d-8b55-90f1c2ad3e07
             */
            id: string;
            /**
             * Name
             * @example 7b
             */
            name: string;
            /** School Id */
            school_id: string;
            /**
             * Students
             * @example 26
             */
            students: number;
        };
        /**
         * ClassRow
         * @description A class of a school.
         */
        "ClassRow-Input": {
            /**
             * Active
             * @default true
             */
            active: boolean;
            /** Course Id */
            course_id?: string | null;
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * School Id
             * Format: uuid
             */
            school_id: string;
        };
        /**
         * ClassRow
         * @description A class. Numbers are null where it has fewer than 5 students, of whom they would tell too much.
         */
        "ClassRow-Output": {
            /**
             * Active Rate
             * @description Students with an activity in the range, %
             */
            active_rate: number | null;
            /**
             * Average Quiz Score
             * @description Mean of attempts at quizzes of its course, %
             */
            average_quiz_score: number | null;
            /** Class */
            class: string;
            /** Class Id */
            class_id: string;
            /** Students */
            students: number;
            /** Suppressed */
            suppressed: boolean;
            /** Xp Per Student */
            xp_per_student: number | null;
        };
        /**
         * Cohort
         * @description Who is compared.
         */
        Cohort: {
            /**
             * Devices
             * @description The device itself is one of them
             * @example 12
             */
            devices: number;
            /**
             * Labels
             * @description What all have in common
             * @example {
             *       "model": "A"
             *     }
             */
            labels: {
                [key: string]: string;
            };
        };
        /**
         * CohortInsight
         * @description What the cohort model says of the device, over the past weeks.
         */
        CohortInsight: {
            /** Confidence */
            confidence: number;
            /** Description */
            description: string;
            /** Insight Id */
            insight_id: string;
            severity: components["schemas"]["Severity"];
            /** Title */
            title: string;
        };
        /**
         * ColumnOut
         * @description A column of an answer.
         */
        ColumnOut: {
            /**
             * Name
             * @example metres
             */
            name: string;
            /** Title */
            title: string;
            /**
             * Type
             * @description decimal: exact, a string in JSON
             * @enum {string}
             */
            type: "string" | "integer" | "number" | "decimal" | "boolean" | "time";
            /**
             * Unit
             * @example m
             */
            unit: string | null;
        };
        /**
         * ComparisonOut
         * @description The window right before, as long as this one. With a single group its numbers stand here too.
         */
        ComparisonOut: {
            /** Change */
            change?: number | null;
            /** Change Pct */
            change_pct?: number | null;
            /**
             * From
             * @description RFC 3339 with the zone's offset
             * @example 2025-12-25T00:00:00+01:00
             */
            from: string;
            /** Series */
            series: components["schemas"]["GroupComparison"][];
            /**
             * To
             * @description RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            to: string;
            /** Total */
            total?: number | null;
            /** Trend Basis */
            trend_basis?: ("ok" | "no_baseline" | "partial") | null;
        };
        /**
         * Completion
         * @description A lesson that a student completed for the first time.
         */
        Completion: {
            /**
             * Completed At
             * Format: date-time
             */
            completed_at: string;
            /** Course */
            course: string | null;
            /** Course Id */
            course_id: string | null;
            /** Lesson */
            lesson: string | null;
            /** Lesson Id */
            lesson_id: string;
            /** Name */
            name: string;
            /** User Id */
            user_id: string;
        };
        /**
         * Compliance
         * @description `status`: the worst of the four.
         */
        Compliance: {
            access: components["schemas"]["Access"];
            consent: components["schemas"]["Consent"];
            erasure: components["schemas"]["Erasure"];
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            retention: components["schemas"]["Retention"];
            /** School Id */
            school_id: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "attention" | "breach";
        };
        /**
         * Consent
         * @description Students of the school and the purpose.
         */
        Consent: {
            /**
             * Detail
             * @description Why, and what to do
             * @example Nobody waits.
             */
            detail: string;
            /**
             * Given
             * @example 231
             */
            given: number;
            /**
             * Purpose
             * @example learning_analytics
             */
            purpose: string;
            /**
             * Recorded After Withdrawal
             * @description Students who were active after they had withdrawn: a breach
             */
            recorded_after_withdrawal: number;
            /**
             * Recorded Without
             * @description Students who were active and were never asked
             */
            recorded_without: number;
            /**
             * Share
             * @description given / students, %
             * @example 96.25
             */
            share: number | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "attention" | "breach";
            /**
             * Students
             * @example 240
             */
            students: number;
            /**
             * Unknown
             * @description Nobody has asked them
             * @example 3
             */
            unknown: number;
            /**
             * Withdrawn
             * @example 6
             */
            withdrawn: number;
        };
        /**
         * ContentDay
         * @description A local day.
         */
        ContentDay: {
            /**
             * Completions
             * @description Lessons that a student completed for the first time
             */
            completions: number;
            /** Date */
            date: string;
            /** Partial */
            partial: boolean;
            /**
             * Viewers
             * @description Different students of them
             */
            viewers: number;
            /**
             * Views
             * @description Activities that name content: a lesson, a part of one, a quiz
             */
            views: number;
        };
        /**
         * ContentRow
         * @description What a lesson is made of.
         */
        "ContentRow-Input": {
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @default page
             */
            kind: string;
            /**
             * Lesson Id
             * Format: uuid
             */
            lesson_id: string;
            /** Title */
            title: string;
        };
        /**
         * ContentRow
         * @description A piece of content.
         */
        "ContentRow-Output": {
            /**
             * Click Through Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            click_through_rate: number | null;
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /** Content Id */
            content_id: string;
            /**
             * Content Views
             * @example 250
             */
            content_views: number;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Engaged Views
             * @example 250
             */
            engaged_views: number;
            /**
             * Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            engagement_rate: number | null;
            /**
             * Engagements
             * @example 250
             */
            engagements: number;
            /**
             * Optimization Score
             * @description Mean, rounded to 2 digits
             * @example 78.2
             */
            optimization_score: number | null;
            /**
             * Optimizations
             * @example 250
             */
            optimizations: number;
            /**
             * Page Views
             * @example 250
             */
            page_views: number;
            /**
             * Revenue
             * @description In `currency`, rounded to 2 digits
             * @example 4499.55
             */
            revenue: number;
            /**
             * Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            revenue_exact: string;
            /** Title */
            title: string | null;
            /**
             * Views
             * @example 250
             */
            views: number;
        };
        /**
         * ContentTrend
         * @description Of the students whom the viewer may see.
         */
        ContentTrend: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Completion By Course */
            completion_by_course: components["schemas"]["CourseCompletion"][];
            /**
             * Completion Generated At
             * Format: date-time
             * @description completion_by_course is made once an hour
             */
            completion_generated_at: string;
            /** Days */
            days: components["schemas"]["ContentDay"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Most Viewed
             * @description Most views first
             */
            most_viewed: components["schemas"]["Viewed"][];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
        };
        /**
         * CorrelationPair
         * @description Two variables. Null where they share fewer than 4 buckets, or one of them does not move.
         */
        CorrelationPair: {
            /**
             * A
             * @example solar.power
             */
            a: string;
            /**
             * B
             * @example battery.voltage
             */
            b: string;
            /**
             * N
             * @description Buckets that both have
             * @example 168
             */
            n: number;
            /**
             * N Effective
             * @description Independent buckets that these are worth
             * @example 37.5
             */
            n_effective: number | null;
            /**
             * P
             * @description Two-sided: how likely so much is by chance
             * @example 0.0004
             */
            p: number | null;
            /**
             * Q
             * @description Share of false ones among pairs up to this p
             * @example 0.002
             */
            q: number | null;
            /**
             * R
             * @description -1 to 1
             * @example 0.82
             */
            r: number | null;
        };
        /**
         * CorrelationsResponse
         * @description Correlations over aligned buckets.
         */
        CorrelationsResponse: {
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Matrix
             * @description r of each two variables, in their order
             */
            matrix: (number | null)[][];
            /**
             * Method
             * @example pearson
             */
            method: string;
            /**
             * Metrics Matching
             * @description Metrics that match; at most 50 are read
             */
            metrics_matching: number;
            /**
             * Pairs
             * @description The strongest first
             */
            pairs: components["schemas"]["CorrelationPair"][];
            /**
             * Resolution
             * @example 1h
             */
            resolution: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
            /**
             * Variables
             * @description At most 60
             */
            variables: components["schemas"]["Variable"][];
        };
        /**
         * CostAnalytics
         * @description What messages cost over time. The average is over messages that have a cost.
         */
        CostAnalytics: {
            /**
             * Average Cost Per Message
             * @description USD, rounded to 4 digits
             * @example 0.0123
             */
            average_cost_per_message: number;
            /**
             * Average Cost Per Message Exact
             * @description To 60 digits; null without any priced message
             */
            average_cost_per_message_exact: string | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Computed Messages */
            computed_messages: number;
            /**
             * Cost By Model
             * @description USD, rounded to 2 digits; `unknown`: no model named
             */
            cost_by_model: {
                [key: string]: number;
            };
            /** Cost By Model Exact */
            cost_by_model_exact: {
                [key: string]: string;
            };
            /**
             * Cost By Project
             * @description By project id; `unknown`: no project named
             */
            cost_by_project: {
                [key: string]: number;
            };
            /** Cost By Project Exact */
            cost_by_project_exact: {
                [key: string]: string;
            };
            /** Data Points */
            data_points: components["schemas"]["CostDataPoint"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Group By */
            group_by: string;
            /** Priced Messages */
            priced_messages: number;
            /** Project Names */
            project_names: {
                [key: string]: string;
            };
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total Cost
             * @description USD, rounded to 2 digits
             * @example 1234.57
             */
            total_cost: number;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
            /** Total Messages */
            total_messages: number;
            /** Unpriced Messages */
            unpriced_messages: number;
        };
        /**
         * CostDataPoint
         * @description A bucket. `message_count`: messages with a cost, `all_messages`: with or without.
         */
        CostDataPoint: {
            /** All Messages */
            all_messages: number;
            /**
             * Cost
             * @description USD, rounded to 4 digits
             */
            cost: number | null;
            /**
             * Cost By Model
             * @description USD, rounded to 4 digits
             */
            cost_by_model: {
                [key: string]: number;
            };
            /** Cost Exact */
            cost_exact: string | null;
            /** Message Count */
            message_count: number;
            /**
             * Partial
             * @description Not wholly asked for, or not over yet
             */
            partial: boolean;
            /**
             * Timestamp
             * Format: date-time
             * @description Where the bucket begins, in the caller's zone
             */
            timestamp: string;
        };
        /**
         * CourseCompletion
         * @description A course that somebody has begun, as it stands.
         */
        CourseCompletion: {
            /**
             * Average Progress
             * @description Mean progress of begun pairs, %
             */
            average_progress: number | null;
            /**
             * Completed
             * @description Those with a progress of 100 % or more
             */
            completed: number;
            /**
             * Completion Rate
             * @description completed / started, %
             */
            completion_rate: number | null;
            /** Course */
            course: string;
            /** Course Id */
            course_id: string;
            /**
             * Started
             * @description (student, lesson) pairs that were begun
             */
            started: number;
            /** Students */
            students: number;
            /** Subject */
            subject: string;
        };
        /**
         * CourseRow
         * @description A course.
         */
        CourseRow: {
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Subject
             * @description The title, if not said
             */
            subject?: string | null;
            /** Title */
            title: string;
        };
        /**
         * CycleOverlay
         * @description One day or week, to be drawn over the others.
         */
        CycleOverlay: {
            /**
             * Partial
             * @description It is not over, or not wholly asked for
             */
            partial: boolean;
            /**
             * T
             * @description Where it begins: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            t: string;
            /**
             * V
             * @description A value a slot; null where there is none
             */
            v: (number | null)[];
        };
        /**
         * CycleSlot
         * @description One hour of the day, or of the week.
         */
        CycleSlot: {
            /**
             * Mean
             * @description In the unit of the metric; a rate is per second
             * @example 0.5
             */
            mean: number | null;
            /**
             * N
             * @description Hours that fell into it
             * @example 30
             */
            n: number;
            /** P10 */
            p10: number | null;
            /** P50 */
            p50: number | null;
            /** P90 */
            p90: number | null;
            /**
             * Slot
             * @description Hour of the day from 0, or of the week from its first day
             * @example 14
             */
            slot: number;
        };
        /**
         * CyclesResponse
         * @description How a metric repeats itself.
         */
        CyclesResponse: {
            /**
             * Agg
             * @example avg
             */
            agg: string;
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * Found
             * @description Cycles that the pattern model found in series of this metric
             */
            found: {
                [key: string]: unknown;
            }[];
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /** Overlays */
            overlays: components["schemas"]["CycleOverlay"][];
            /**
             * Period
             * @example day
             */
            period: string;
            /** Profile */
            profile: components["schemas"]["CycleSlot"][];
            /**
             * Strength
             * @description Share of the variance between hours that their slot explains, 0 to 1
             * @example 0.83
             */
            strength: number | null;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
        };
        /**
         * DeliveryDetail
         * @description The same with what it says.
         */
        DeliveryDetail: {
            /**
             * Answer
             * @description What the other side said last
             * @example 200 ok
             */
            answer: string | null;
            /**
             * Attempts
             * @example 1
             */
            attempts: number;
            /** Body */
            body: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Channel
             * @example webhook
             */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * File Name
             * @description Of the attachment of a mail
             */
            file_name: string | null;
            /** Id */
            id: number;
            /**
             * Key
             * @description What it is about; the same key twice is one message
             * @example test:7f3a
             */
            key: string;
            /**
             * Next At
             * @description When it is tried next; null when it is over
             */
            next_at: string | null;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "dead";
            /** Subject */
            subject: string;
            /**
             * Target
             * @example https://example.org/hook
             */
            target: string;
        };
        /**
         * DeliveryOut
         * @description A message and how far it is. waiting: not tried yet; failed: tried, and will be again at `next_at`; sent; dead:
         *     given up.
         */
        DeliveryOut: {
            /**
             * Answer
             * @description What the other side said last
             * @example 200 ok
             */
            answer: string | null;
            /**
             * Attempts
             * @example 1
             */
            attempts: number;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Channel
             * @example webhook
             */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /**
             * Key
             * @description What it is about; the same key twice is one message
             * @example test:7f3a
             */
            key: string;
            /**
             * Next At
             * @description When it is tried next; null when it is over
             */
            next_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "dead";
            /** Subject */
            subject: string;
            /**
             * Target
             * @example https://example.org/hook
             */
            target: string;
        };
        /**
         * DeviceAction
         * @description What a device is asked to do.
         */
        DeviceAction: {
            /**
             * Command
             * @example set_fan
             */
            command: string;
            /**
             * Payload
             * @example {
             *       "level": "high",
             *       "minutes": 60
             *     }
             */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Target Device Id
             * @example coach-3
             */
            target_device_id: string;
            /**
             * Type
             * @enum {string}
             */
            type: "DEVICE_CONTROL" | "CONFIGURATION_CHANGE";
        };
        /**
         * Difference
         * @description What changes for a model, project and day of UTC.
         */
        Difference: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Messages */
            messages: number;
            /** Model */
            model: string;
            /**
             * New Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            new_cost: string;
            /**
             * Old Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            old_cost: string;
            /** Project Id */
            project_id: string;
        };
        /**
         * Direction
         * @description Where it goes: the median slope of all pairs (Theil-Sen), and whether that is more than chance (Mann-Kendall,
         *     weekdays taken out). Over whole buckets only.
         */
        Direction: {
            /** Buckets */
            buckets: number;
            /**
             * Direction
             * @enum {string}
             */
            direction: "rising" | "falling" | "steady" | "unknown";
            /** P Value */
            p_value: number | null;
            /** Slope Per Day */
            slope_per_day: number | null;
        };
        /**
         * EngagementDay
         * @description A local day.
         */
        EngagementDay: {
            /** Active Users */
            active_users: number;
            /** Activities */
            activities: number;
            /**
             * Date
             * @description Where the day begins, RFC 3339
             * @example 2026-03-02T00:00:00+01:00
             */
            date: string;
            /**
             * Partial
             * @description The day is not over, or not all of it is in
             */
            partial: boolean;
            /** Xp */
            xp: number;
        };
        /**
         * EngagementSummary
         * @description Over the whole range; means and medians over the days that are over.
         */
        EngagementSummary: {
            /**
             * Active Users
             * @description Different students with an activity
             */
            active_users: number;
            /** Activities */
            activities: number;
            /** Average Daily Active */
            average_daily_active: number | null;
            /** Average Daily Activities */
            average_daily_activities: number | null;
            /** Median Daily Active */
            median_daily_active: number | null;
            /** Peak Active */
            peak_active: number | null;
            /**
             * Peak Day
             * @description The day with the most active students; the first of equals
             */
            peak_day: string | null;
            /** Xp */
            xp: number;
        };
        /**
         * EngagementTrend
         * @description A day with nothing is there with zeros.
         */
        EngagementTrend: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Days */
            days: components["schemas"]["EngagementDay"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            growth_active_users: components["schemas"]["Growth"];
            growth_activities: components["schemas"]["Growth"];
            summary: components["schemas"]["EngagementSummary"];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
        };
        /**
         * EnrolmentRow
         * @description Somebody is in a class, or teaches it.
         */
        EnrolmentRow: {
            /**
             * Active
             * @default true
             */
            active: boolean;
            /**
             * Class Id
             * Format: uuid
             */
            class_id: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "TEACHER" | "STUDENT";
        };
        /**
         * Entry
         * @description A place on the board.
         */
        Entry: {
            /** Is Current User */
            is_current_user: boolean;
            /**
             * Name
             * @description `You` for yourself; in full for staff, else first name and initial
             */
            name: string;
            /**
             * Rank
             * @description Equals share one, the next counts them: 1, 2, 2, 4
             */
            rank: number;
            /**
             * User Id
             * @description For staff, and of yourself
             */
            user_id: string | null;
            /** Xp */
            xp: number;
        };
        /**
         * EpisodeOut
         * @description A stretch of unusual points of one series, its silence (kind `stale`), or of values at a level (`threshold`).
         */
        EpisodeOut: {
            /**
             * Closed At
             * @description RFC 3339, UTC
             */
            closed_at: string | null;
            /**
             * Detector
             * @example seasonal_level
             */
            detector: string;
            /**
             * Expected
             * @description In the unit of the series
             * @example 12
             */
            expected: number | null;
            /**
             * Hi
             * @description In the unit of the series
             * @example 20
             */
            hi: number | null;
            /**
             * Id
             * @example 7
             */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "anomaly" | "stale" | "threshold";
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Last At
             * @description Time of its newest unusual point: RFC 3339, UTC
             */
            last_at: string;
            /**
             * Lo
             * @description In the unit of the series
             * @example 5
             */
            lo: number | null;
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Opened At
             * @description Time of its first point: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            opened_at: string;
            /**
             * Peak At
             * @description Time of that point: RFC 3339, UTC
             */
            peak_at: string;
            /**
             * Points
             * @description Unusual points so far
             * @example 3
             */
            points: number;
            /**
             * Reason
             * @description In words
             */
            reason: string;
            /**
             * Score
             * @description Of its most unusual point, 0 to 1, calibrated
             * @example 0.9995
             */
            score: number;
            /**
             * Series Id
             * @example 17
             */
            series_id: number;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "closed" | "retracted";
            /**
             * Unit
             * @example %
             */
            unit: string | null;
            /**
             * Value
             * @description In the unit of the series
             * @example 97
             */
            value: number | null;
        };
        /**
         * EpisodePage
         * @description A page of episodes, newest first.
         */
        EpisodePage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["EpisodeOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * Erasure
         * @description Requests of people to be forgotten, of the organisation.
         */
        Erasure: {
            /**
             * Detail
             * @description Why, and what to do
             * @example Nobody waits.
             */
            detail: string;
            /** Oldest Open */
            oldest_open: string | null;
            /** Open */
            open: number;
            /**
             * Overdue
             * @description Open after they were due (GDPR, article 12 (3): within a month)
             */
            overdue: number;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "attention" | "breach";
        };
        /**
         * ErasureIn
         * @description `erase`: all of the person goes. `anonymise`: counts and sums stay, the person does not. `dry_run`: only look.
         */
        ErasureIn: {
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /**
             * Labels
             * @description More labels of series whose value names people
             * @default []
             * @example [
             *       "patient"
             *     ]
             */
            labels: string[];
            /**
             * Mode
             * @default erase
             * @enum {string}
             */
            mode: "erase" | "anonymise";
            /**
             * Person
             * @description The user_id under which events name the person; or the email of a login
             * @example u-4711
             */
            person: string;
        };
        /**
         * ErasureOut
         * @description An erasure. `person` is null when it is done. `counts`: what went or changed, by kind and table.
         *
         *     `report`: of a dry run, `would_touch`: where the person is named; of one that failed, `left` or `error`.
         */
        ErasureOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /**
             * Certified
             * @description Whether there is a signed certificate
             */
            certified: boolean;
            /**
             * Counts
             * @example {
             *       "accounts": 1,
             *       "events": 812,
             *       "points": 1624
             *     }
             */
            counts: {
                [key: string]: number;
            };
            /** Dry Run */
            dry_run: boolean;
            /**
             * Due At
             * Format: date-time
             * @description Until then the law wants it done: 30 days after it was asked for
             */
            due_at: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /**
             * Mode
             * @enum {string}
             */
            mode: "erase" | "anonymise";
            /** Person */
            person: string | null;
            /**
             * Report
             * @example {
             *       "windows": 96
             *     }
             */
            report: {
                [key: string]: unknown;
            };
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "working" | "done" | "failed" | "expired";
            /**
             * Step
             * @example events
             */
            step: string | null;
        };
        /**
         * EventTypeOut
         * @description An event that the pack understands; send it to POST /api/v1/events.
         */
        EventTypeOut: {
            /**
             * Needs
             * @description Of user_id, session_id and content_id, those that must be there
             */
            needs: string[];
            /** Properties */
            properties: {
                [key: string]: components["schemas"]["PropertyOut"];
            };
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ExportOut
         * @description An export. `person` is null when it has expired. `report`: rows of each file.
         */
        ExportOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /**
             * Due At
             * Format: date-time
             * @description Until then the law wants it done
             */
            due_at: string;
            /**
             * Expires At
             * @description Then the file goes
             */
            expires_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Person */
            person: string | null;
            /**
             * Report
             * @example {
             *       "rows": {
             *         "account": 1,
             *         "events": 812
             *       }
             *     }
             */
            report: {
                [key: string]: unknown;
            };
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "working" | "done" | "failed" | "expired";
        };
        /**
         * FitnessDashboard
         * @description Summary, trends and milestones. Summary and trends are computed when asked; milestones ahead, by a task.
         */
        FitnessDashboard: {
            /**
             * Athlete
             * @description Null: all athletes
             * @example ann
             */
            athlete: string | null;
            /**
             * Bucket
             * @example day
             */
            bucket: string;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Computed At
             * @description Of the milestones: the oldest
             */
            computed_at: string | null;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** @description Null without an athlete, or with less than 28 days of history */
            load: components["schemas"]["LoadOut"] | null;
            /**
             * Milestones
             * @description Those whose window meets the period, at most 50
             */
            milestones: components["schemas"]["FitnessMilestone"][];
            period: components["schemas"]["PeriodOut"];
            /**
             * Sport Type
             * @description Null: all kinds
             */
            sport_type: string[] | null;
            /** Sports */
            sports: components["schemas"]["SportSummary"][];
            /**
             * Stale
             * @description Of the milestones: any
             */
            stale: boolean;
            /** @description Null where no athlete is asked for */
            streaks: components["schemas"]["StreaksOut"] | null;
            summary: components["schemas"]["SummaryOut"];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Trends */
            trends: components["schemas"]["ShortTrend"][];
        };
        /**
         * FitnessMilestone
         * @description A milestone about activities. `metric` is one of distance, duration, elevation, calories, activities.
         */
        FitnessMilestone: {
            /**
             * Achieved At
             * @description When the window's value came to the target: RFC 3339, in the milestone's zone
             */
            achieved_at: string | null;
            /**
             * Agg
             * @enum {string}
             */
            agg: "sum" | "count" | "increase" | "avg" | "min" | "max" | "last";
            /**
             * Athlete
             * @description Null: all athletes together
             */
            athlete: string | null;
            /** Changed At */
            changed_at: string;
            /**
             * Computed At
             * @description When all of this was computed: RFC 3339, UTC
             */
            computed_at: string | null;
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Current Value
             * @description Of the window that goes on: In the unit of the metric; null: no points
             * @example 62500
             */
            current_value: number | null;
            /** Days */
            days: number | null;
            /**
             * Direction
             * @enum {string}
             */
            direction: "reach" | "stay_below";
            /**
             * Ends At
             * @description RFC 3339, in the milestone's zone
             */
            ends_at: string | null;
            /**
             * Error
             * @description Why it cannot be computed
             */
            error?: string | null;
            /**
             * Exceeded At
             * @description When a budget's value came to the target: RFC 3339, in the milestone's zone
             */
            exceeded_at: string | null;
            /**
             * Id
             * @example 12
             */
            id: number;
            /**
             * Metric
             * @example requests
             */
            metric: string;
            /**
             * On Track
             * @description Met at the end rather than not; null: no end, or too short a past
             */
            on_track: boolean | null;
            /** Owner */
            owner: string | null;
            /**
             * Pace Per Day
             * @description What a day brought, over the last 56 days
             */
            pace_per_day: number | null;
            /**
             * Period End
             * @description … and outside; null: no end: RFC 3339, in the milestone's zone
             */
            period_end: string | null;
            /**
             * Period Start
             * @description The window: inside: RFC 3339, in the milestone's zone
             */
            period_start: string | null;
            /**
             * Points
             * @description Points in the window
             * @example 9
             */
            points: number;
            /**
             * Progress Pct
             * @description Of the target, in percent; null of a target of 0
             * @example 62.5
             */
            progress_pct: number | null;
            /**
             * Projected Completion
             * @description The day on which the target is come to: RFC 3339, in the milestone's zone
             */
            projected_completion: string | null;
            /**
             * Projected Value
             * @description At the end, the middle of what is expected: In the unit of the metric
             */
            projected_value: number | null;
            projection: components["schemas"]["Projection"] | null;
            /**
             * Remaining
             * @description To the target, never below 0: In the unit of the metric
             * @example 37500
             */
            remaining: number | null;
            /**
             * Sport Type
             * @description Null: all kinds
             */
            sport_type: string | null;
            /**
             * Stale
             * @description Data or time have moved on since; it will be computed again within seconds
             */
            stale: boolean;
            /**
             * Starts At
             * @description RFC 3339, in the milestone's zone
             */
            starts_at: string | null;
            /**
             * Status
             * @description at_risk: it is met with less than 35 % likelihood, until with more than 50 %
             * @enum {string}
             */
            status: "upcoming" | "active" | "at_risk" | "achieved" | "exceeded" | "missed";
            /** @description Null of a milestone for once, and until it is computed */
            streak: components["schemas"]["Streak"] | null;
            /**
             * Target Value
             * @description In the unit of the metric
             * @example 100000
             */
            target_value: number;
            /** Timezone */
            timezone: string;
            /**
             * Title
             * @example 100 km a month
             */
            title: string;
            /**
             * Unit
             * @example m
             */
            unit: string | null;
            /** Week Start */
            week_start: string;
            /**
             * Window
             * @enum {string}
             */
            window: "once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling";
        };
        /**
         * FitnessMilestoneIn
         * @description A milestone about activities.
         */
        FitnessMilestoneIn: {
            /**
             * Athlete
             * @description Null: all athletes; without the scope operate: oneself
             */
            athlete?: string | null;
            /**
             * Days
             * @description Of a rolling window, today among them
             * @example 28
             */
            days?: number | null;
            /**
             * Direction
             * @description `stay_below`: a budget; its value may come to the target
             * @default reach
             * @enum {string}
             */
            direction: "reach" | "stay_below";
            /**
             * Ends At
             * @description Outside; null: it goes on
             */
            ends_at?: string | null;
            /**
             * Metric
             * @default distance
             * @enum {string}
             */
            metric: "distance" | "duration" | "elevation" | "calories" | "activities";
            /**
             * Sport Type
             * @description Null: all kinds
             */
            sport_type?: string | null;
            /**
             * Starts At
             * @description What was before does not count; null: all counts
             */
            starts_at?: string | null;
            /**
             * Target Value
             * @description In the unit of the metric
             * @example 100000
             */
            target_value: number;
            /**
             * Timezone
             * @description Absent: that of the athlete's newest activity, else UTC
             */
            timezone?: string | null;
            /**
             * Title
             * @example 100 km a month
             */
            title: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * Window
             * @description Over which time its value is taken, again and again but for `once`
             * @default once
             * @enum {string}
             */
            window: "once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling";
        };
        /**
         * FitnessMilestonePage
         * @description A page of milestones, by id.
         */
        FitnessMilestonePage: {
            /**
             * Computed At
             * @description When the one was computed that was computed first
             */
            computed_at: string | null;
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["FitnessMilestone"][];
            /** Next */
            next: string | null;
            /**
             * Stale
             * @description Data or time have moved on for one of them; it is computed again within seconds
             */
            stale: boolean;
        };
        /**
         * FitnessMilestonePatch
         * @description Fields to change; those that are not there stay.
         */
        FitnessMilestonePatch: {
            /** Days */
            days?: number | null;
            /** Direction */
            direction?: ("reach" | "stay_below") | null;
            /** Ends At */
            ends_at?: string | null;
            /** Metric */
            metric?: ("distance" | "duration" | "elevation" | "calories" | "activities") | null;
            /** Sport Type */
            sport_type?: string | null;
            /** Starts At */
            starts_at?: string | null;
            /** Target Value */
            target_value?: number | null;
            /** Timezone */
            timezone?: string | null;
            /** Title */
            title?: string | null;
            /** Week Start */
            week_start?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday") | null;
            /** Window */
            window?: ("once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling") | null;
        };
        /**
         * FitnessTrends
         * @description A measure over time.
         */
        FitnessTrends: {
            /** Activities */
            activities: number;
            /**
             * Athlete
             * @description Null: all athletes
             * @example ann
             */
            athlete: string | null;
            /**
             * Bucket
             * @example day
             */
            bucket: string;
            comparison: components["schemas"]["TrendComparison"] | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Fill
             * @enum {string}
             */
            fill: "none" | "zero" | "null" | "locf" | "linear";
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Metric
             * @enum {string}
             */
            metric: "distance" | "duration" | "elevation" | "calories" | "activities" | "avg_hr" | "pace";
            period: components["schemas"]["PeriodOut"];
            /** Points */
            points: components["schemas"]["api__packs__fitness__schemas__TrendPoint"][];
            /**
             * Slope Per Bucket
             * @description Of the straight line through whole buckets; null: fewer than 3
             */
            slope_per_bucket: number | null;
            /**
             * Sport Type
             * @description Null: all kinds
             */
            sport_type: string[] | null;
            /** Sports */
            sports: components["schemas"]["SportShare"][];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total
             * @description Of the whole period; for avg_hr and pace the mean over all of it
             */
            total: number | null;
            /**
             * Unit
             * @example m
             */
            unit: string;
        };
        /**
         * FlagIn
         * @description What is said of a flag from now on; null: what its declaration or the environment says.
         * @example {
         *       "enabled": true,
         *       "percent": 10
         *     }
         */
        FlagIn: {
            /** Enabled */
            enabled?: boolean | null;
            /**
             * Percent
             * @description Of callers; the same caller gets the same answer
             */
            percent?: number | null;
            /**
             * Settings
             * @description Over those declared, name by name
             */
            settings?: {
                [key: string]: boolean | number | string;
            };
        };
        /**
         * FlagOut
         * @description A feature flag as it stands.
         */
        FlagOut: {
            /**
             * Changed At
             * @description At run time; null: never
             */
            changed_at: string | null;
            /** Changed By */
            changed_by: string | null;
            /**
             * Core
             * @description It cannot be switched off
             */
            core: boolean;
            /**
             * Depends On
             * @description It is on only where these are
             */
            depends_on: string[];
            /** Description */
            description: string;
            /** Enabled */
            enabled: boolean;
            /**
             * Name
             * @example persistence
             */
            name: string;
            /**
             * On
             * @description Whether it is on for you
             */
            on: boolean;
            /**
             * Percent
             * @description Of callers for whom it is on
             * @example 100
             */
            percent: number;
            /** Settings */
            settings: {
                [key: string]: boolean | number | string;
            };
            /**
             * Source
             * @description Who had the last word
             * @enum {string}
             */
            source: "declared" | "environment" | "runtime";
            /** Title */
            title: string;
        };
        /**
         * FleetComparison
         * @description A device beside its peers.
         */
        FleetComparison: {
            /**
             * Agg
             * @example avg
             */
            agg: string;
            cohort: components["schemas"]["Cohort"];
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * Device
             * @example coach-3
             */
            device: string;
            /**
             * Device Label
             * @example device
             */
            device_label: string;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Insights */
            insights: components["schemas"]["CohortInsight"][];
            /**
             * Metric
             * @example battery.voltage
             */
            metric: string;
            /** @description Over the whole range */
            overall: components["schemas"]["Among"];
            /**
             * Points
             * @description Buckets in which anybody has a value, and which are over
             */
            points: components["schemas"]["AmongPoint"][];
            /**
             * Resolution
             * @example 1h
             */
            resolution: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
        };
        /**
         * FleetDevice
         * @description A device over the whole range.
         */
        FleetDevice: {
            /**
             * Anomalies Open
             * @description Open anomalies of this metric
             * @example 1
             */
            anomalies_open: number;
            /**
             * Device
             * @example coach-3
             */
            device: string;
            /**
             * Median
             * @description Of the peers. In the unit of the metric; a rate is per second
             * @example 12.6
             */
            median: number | null;
            /**
             * P10
             * @description 10th percentile of the peers; null with fewer than two
             */
            p10: number | null;
            /** P25 */
            p25: number | null;
            /** P75 */
            p75: number | null;
            /** P90 */
            p90: number | null;
            /**
             * Peers
             * @description Peers that have a value
             * @example 11
             */
            peers: number;
            /**
             * Percentile Rank
             * @description Percent of peers below, ties by half
             * @example 4.5
             */
            percentile_rank: number | null;
            /**
             * Robust Z
             * @description Distance from the median in 1.4826 median absolute deviations; null where peers are all alike
             * @example -3.4
             */
            robust_z: number | null;
            /**
             * Silent
             * @description It has stopped sending this metric
             */
            silent: boolean;
            /**
             * V
             * @description In the unit of the metric; a rate is per second
             * @example 12.1
             */
            v: number | null;
        };
        /**
         * FleetOverview
         * @description Devices by one metric, those farthest from their peers first.
         */
        FleetOverview: {
            /**
             * Agg
             * @example avg
             */
            agg: string;
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * Device Label
             * @example device
             */
            device_label: string;
            /**
             * Devices
             * @example 12
             */
            devices: number;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Items */
            items: components["schemas"]["FleetDevice"][];
            /**
             * Median
             * @description Of all devices. In the unit of the metric; a rate is per second
             */
            median: number | null;
            /**
             * Metric
             * @example battery.voltage
             */
            metric: string;
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
            /**
             * Resolution
             * @example 1h
             */
            resolution: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
        };
        /**
         * ForecastOut
         * @description The newest forecast of a series.
         */
        ForecastOut: {
            /**
             * Agg
             * @description What a bucket holds: avg, rate (a second) or sum
             * @example avg
             */
            agg: string;
            /**
             * Coverage
             * @description Backtest: share of the truth inside the 80 % and the 95 % interval
             * @example {
             *       "80": 0.81,
             *       "95": 0.95
             *     }
             */
            coverage: {
                [key: string]: number | null;
            };
            held: components["schemas"]["Held"];
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Made At
             * @description RFC 3339, UTC
             */
            made_at: string;
            /**
             * Mase
             * @description Backtest: error as a multiple of seasonal-naive's
             * @example 0.8
             */
            mase: number | null;
            /**
             * Metadata
             * @description The other numbers behind it
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Model
             * @example seasonal
             */
            model: string;
            /** Points */
            points: components["schemas"]["api__schemas__forecasts__ForecastPoint"][];
            /**
             * Series Id
             * @example 17
             */
            series_id: number;
            /**
             * Step Seconds
             * @description Length of a bucket
             * @example 3600
             */
            step_seconds: number;
            /**
             * Unit
             * @example %
             */
            unit: string | null;
        };
        /**
         * ForecastPage
         * @description A page of forecasts, by series.
         */
        ForecastPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["ForecastOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * GroupComparison
         * @description The same, of one group.
         */
        GroupComparison: {
            /**
             * Change
             * @description Total now minus total before
             * @example 0.1
             */
            change: number | null;
            /**
             * Change Pct
             * @description In percent; only where trend_basis is ok
             * @example 25
             */
            change_pct: number | null;
            /** Labels */
            labels: {
                [key: string]: string;
            };
            /**
             * Total
             * @description The aggregate over the window before
             * @example 0.4
             */
            total: number | null;
            /**
             * Trend Basis
             * @description no_baseline: nothing before, or 0, or it began within. partial: this range is not complete yet
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * GroupOut
         * @description Series that share the value of a label.
         */
        GroupOut: {
            /**
             * Carriers
             * @description Who carried that score, most first
             */
            carriers: components["schemas"]["Carrier"][];
            /**
             * Complete Through
             * @description It was judged up to here: RFC 3339, UTC
             */
            complete_through: string;
            /**
             * Id
             * @example 3
             */
            id: number;
            /**
             * Label
             * @example host
             */
            label: string;
            /**
             * Members
             * @description Series ids
             */
            members: number[];
            /**
             * Opened At
             * @description Since when it is unusual; null: it is not: RFC 3339, UTC
             */
            opened_at: string | null;
            /**
             * Peak
             * @description The highest score of its newest episode
             */
            peak: number | null;
            /**
             * Score
             * @description Of its newest instant, 0 to 1, calibrated; null while it warms up
             */
            score: number | null;
            /**
             * Step Seconds
             * @description Its instants are so far apart
             * @example 10
             */
            step_seconds: number;
            /**
             * Value
             * @example a
             */
            value: string;
        };
        /**
         * GroupPage
         * @description A page of groups, by id.
         */
        GroupPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["GroupOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * Growth
         * @description Daily mean of the first 7 days against that of the last 7 days that are over.
         */
        Growth: {
            /** First Week */
            first_week: number | null;
            /** Last Week */
            last_week: number | null;
            /**
             * Percent
             * @description Only where trend_basis is ok
             */
            percent: number | null;
            /**
             * Trend Basis
             * @description no_baseline: nothing in the first week, or nothing was recorded before it ended; partial: there are not 14 days that are over
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * Health
         * @description `degraded`: the database or Redis cannot be reached; what can be served is.
         *
         *     `redis`: ok, away, or none: there is none by choice, all still works, but polls. `persistence`: whether a database
         *     keeps what comes in; off: by choice, in memory mode; failing: the database is away.
         */
        Health: {
            /** Engine */
            engine: string;
            /**
             * Persistence
             * @enum {string}
             */
            persistence: "on" | "off" | "failing";
            /**
             * Redis
             * @enum {string}
             */
            redis: "ok" | "away" | "none";
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** Version */
            version: string;
        };
        /**
         * HeatmapCell
         * @description An hour of a weekday, over all weeks of the range.
         */
        HeatmapCell: {
            /**
             * Avg Cost
             * @description USD a message that has a cost, rounded to 4 digits
             */
            avg_cost: number | null;
            /**
             * Avg Response Time
             * @description ms; null where no message says how long it took
             */
            avg_response_time: number | null;
            /** Count */
            count: number;
            /**
             * Day Of Week
             * @description 0: Monday … 6: Sunday
             */
            day_of_week: number;
            /** Hour */
            hour: number;
        };
        /**
         * Held
         * @description How often forecasts of this series held so far: of the buckets that have come since each was made.
         */
        Held: {
            /**
             * Inside80
             * @example 193
             */
            inside80: number;
            /**
             * Inside95
             * @example 229
             */
            inside95: number;
            /**
             * Points
             * @description Buckets that came and were judged
             * @example 240
             */
            points: number;
        };
        /**
         * IngestAnswer
         * @description What became of a body. accepted + duplicate + rejected are its rows; for line protocol a row is a field.
         */
        IngestAnswer: {
            /**
             * Accepted
             * @description Rows that are durable now
             * @example 9999
             */
            accepted: number;
            /**
             * Duplicate
             * @description Rows that say again what is known: adding nothing
             * @example 0
             */
            duplicate: number;
            /**
             * Late
             * @description Accepted rows whose 15-minute window ended a while ago
             * @example 0
             */
            late: number;
            /**
             * Overflow
             * @description Accepted points that went to an __overflow__ series
             */
            overflow?: number | null;
            /** Rejected */
            rejected: components["schemas"]["Rejected"][];
            /** Warnings */
            warnings?: string[] | null;
        };
        /**
         * IngestProblem
         * @description problem+json (RFC 9457); when no row can be used, with the reason for each.
         */
        IngestProblem: {
            /** Detail */
            detail: string;
            /** Instance */
            instance: string;
            /** Rejected */
            rejected?: components["schemas"]["Rejected"][] | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * InsightOut
         * @description A finding about one series, or about a metric. The same finding keeps its id from run to run.
         */
        InsightOut: {
            /**
             * Active
             * @description It is still found, and has not expired
             */
            active: boolean;
            /**
             * Category
             * @example change
             */
            category: string;
            /**
             * Closed At
             * @description Since when it is no longer found: RFC 3339, UTC
             */
            closed_at: string | null;
            /**
             * Confidence
             * @description 0 to 1: how sure it is
             * @example 0.98
             */
            confidence: number;
            /**
             * Created At
             * @description When it was found first: RFC 3339, UTC
             */
            created_at: string;
            /**
             * Description
             * @description In words, with numbers
             */
            description: string;
            /**
             * Expires At
             * @description When it goes, unless it is found again: RFC 3339, UTC
             */
            expires_at: string;
            /**
             * Impact Score
             * @description 0 to 1: how much it matters
             * @example 0.4
             */
            impact_score: number;
            /**
             * Insight Id
             * @example 5f0c2f4e1d7a9b3c8e6d4f2a1b
             */
            insight_id: string;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metadata
             * @description The numbers behind it
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Model
             * @description What found it
             * @example change_points
             */
            model: string;
            /**
             * Recommendations
             * @description What may be done about it
             */
            recommendations: unknown[];
            /**
             * Revised At
             * @description When what it says last changed: RFC 3339, UTC
             */
            revised_at: string;
            /**
             * Series Id
             * @description Null where it concerns more than one series
             * @example 17
             */
            series_id: number | null;
            severity: components["schemas"]["Severity"];
            /**
             * Since
             * @description The data it speaks of begin here: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            since: string;
            /**
             * Title
             * @example cpu.load on host=a has a new level
             */
            title: string;
            /**
             * Unit
             * @example %
             */
            unit: string | null;
            /**
             * Until
             * @description … and end here: RFC 3339, UTC
             */
            until: string;
        };
        /**
         * InsightPage
         * @description A page of insights, newest first.
         */
        InsightPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["InsightOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
            /**
             * Severity Distribution
             * @example {
             *       "critical": 0,
             *       "high": 0,
             *       "low": 3,
             *       "medium": 1
             *     }
             */
            severity_distribution: {
                [key: string]: number;
            };
            /**
             * Total
             * @description How many match, on all pages
             */
            total: number;
        };
        /**
         * InsightsSummary
         * @description What was found, in short.
         */
        InsightsSummary: {
            /**
             * Actionable
             * @description On this page, those with an action at a click
             * @example 1
             */
            actionable: number;
            /**
             * Attention
             * @description High and critical ones
             * @example 2
             */
            attention: number;
            /**
             * Headline
             * @description In a sentence
             */
            headline: string;
            /**
             * Worst
             * @description Id of the newest of the worst
             */
            worst: string | null;
        };
        /**
         * Invoice
         * @description What a provider charges. `timezone`: in which its days begin.
         */
        Invoice: {
            /** Lines */
            lines: components["schemas"]["Line"][];
            /**
             * Timezone
             * @default UTC
             */
            timezone: string;
        };
        /** Items[AuditEntry] */
        Items_AuditEntry_: {
            /** Items */
            items: components["schemas"]["AuditEntry"][];
            /** Next */
            next?: string | null;
        };
        /** Items[BudgetOut] */
        Items_BudgetOut_: {
            /** Items */
            items: components["schemas"]["BudgetOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[DeliveryOut] */
        Items_DeliveryOut_: {
            /** Items */
            items: components["schemas"]["DeliveryOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ErasureOut] */
        Items_ErasureOut_: {
            /** Items */
            items: components["schemas"]["ErasureOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ExportOut] */
        Items_ExportOut_: {
            /** Items */
            items: components["schemas"]["ExportOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[FlagOut] */
        Items_FlagOut_: {
            /** Items */
            items: components["schemas"]["FlagOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[KeyOut] */
        Items_KeyOut_: {
            /** Items */
            items: components["schemas"]["KeyOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[KpiOut] */
        Items_KpiOut_: {
            /** Items */
            items: components["schemas"]["KpiOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[LayoutItem] */
        Items_LayoutItem_: {
            /** Items */
            items: components["schemas"]["LayoutItem"][];
            /** Next */
            next?: string | null;
        };
        /** Items[MessageOut] */
        Items_MessageOut_: {
            /** Items */
            items: components["schemas"]["MessageOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[MetadataOut] */
        Items_MetadataOut_: {
            /** Items */
            items: components["schemas"]["MetadataOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[PackInfo] */
        Items_PackInfo_: {
            /** Items */
            items: components["schemas"]["PackInfo"][];
            /** Next */
            next?: string | null;
        };
        /** Items[PolicyOut] */
        Items_PolicyOut_: {
            /** Items */
            items: components["schemas"]["PolicyOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[PriceOut] */
        Items_PriceOut_: {
            /** Items */
            items: components["schemas"]["PriceOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ProjectOut] */
        Items_ProjectOut_: {
            /** Items */
            items: components["schemas"]["ProjectOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ReportListed] */
        Items_ReportListed_: {
            /** Items */
            items: components["schemas"]["ReportListed"][];
            /** Next */
            next?: string | null;
        };
        /** Items[Repricing] */
        Items_Repricing_: {
            /** Items */
            items: components["schemas"]["Repricing"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ScheduleOut] */
        Items_ScheduleOut_: {
            /** Items */
            items: components["schemas"]["ScheduleOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[SessionOut] */
        Items_SessionOut_: {
            /** Items */
            items: components["schemas"]["SessionOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[TemplateOut] */
        Items_TemplateOut_: {
            /** Items */
            items: components["schemas"]["TemplateOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[ThresholdOut] */
        Items_ThresholdOut_: {
            /** Items */
            items: components["schemas"]["ThresholdOut"][];
            /** Next */
            next?: string | null;
        };
        /** Items[Unpriced] */
        Items_Unpriced_: {
            /** Items */
            items: components["schemas"]["Unpriced"][];
            /** Next */
            next?: string | null;
        };
        /** Items[UserOut] */
        Items_UserOut_: {
            /** Items */
            items: components["schemas"]["UserOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * ItemsOut
         * @description Series, metrics or groups of yours that a model looks at.
         */
        ItemsOut: {
            /**
             * Done
             * @description In this run
             * @example 400
             */
            done: number;
            /**
             * Failed
             * @description It could not be run on these; the others are not touched by that
             * @example 2
             */
            failed: number;
            /**
             * Total
             * @example 1000
             */
            total: number;
        };
        /**
         * KeyIn
         * @description A new key. `admin` implies the other scopes.
         */
        KeyIn: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: ("ingest" | "read" | "operate" | "admin")[];
        };
        /**
         * KeyMade
         * @description `key` is the whole key. It is shown this once.
         */
        KeyMade: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
        };
        /**
         * KeyName
         * @description A new name.
         */
        KeyName: {
            /** Name */
            name: string;
        };
        /**
         * KeyOut
         * @description A key, without its secret.
         */
        KeyOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
        };
        /**
         * KpiIn
         * @description A figure made of metrics.
         */
        KpiIn: {
            /**
             * Expression
             * @description Numbers, + - * / ( ), and aggregates of metrics: avg(cpu.load), sum(cost{model="a"})
             * @example sum(solar.power) / sum(load.power) * 100
             */
            expression: string;
            /**
             * Good
             * @description The good direction
             */
            good?: ("up" | "down") | null;
            /**
             * Record
             * @description Also write it as the metric kpi.<name>, a point a bucket: for goals, levels and detection
             */
            record?: ("15m" | "1h") | null;
            /**
             * Title
             * @example Solar share
             */
            title: string;
            /**
             * Unit
             * @example %
             */
            unit?: string | null;
        };
        /**
         * KpiOut
         * @description A figure.
         */
        KpiOut: {
            /**
             * Changed At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Expression
             * @description Numbers, + - * / ( ), and aggregates of metrics: avg(cpu.load), sum(cost{model="a"})
             * @example sum(solar.power) / sum(load.power) * 100
             */
            expression: string;
            /**
             * Good
             * @description The good direction
             */
            good?: ("up" | "down") | null;
            /**
             * Metric
             * @description Under which it is written, if it is
             * @example kpi.solar-share
             */
            metric: string;
            /**
             * Name
             * @example solar-share
             */
            name: string;
            /**
             * Record
             * @description Also write it as the metric kpi.<name>, a point a bucket: for goals, levels and detection
             */
            record?: ("15m" | "1h") | null;
            /**
             * Title
             * @example Solar share
             */
            title: string;
            /**
             * Unit
             * @example %
             */
            unit?: string | null;
            /**
             * Version
             * @description Grows with every change; also the ETag
             * @example 3
             */
            version: number;
        };
        /**
         * KpiPoint
         * @description A bucket.
         */
        KpiPoint: {
            /**
             * Partial
             * @description True: the bucket is not over, or not wholly asked for
             */
            partial?: boolean | null;
            /**
             * T
             * @description Where it begins: RFC 3339 with the zone's offset
             */
            t: string;
            /**
             * V
             * @description Null where a part has no points, or something is divided by 0
             */
            v: number | null;
        };
        /**
         * KpiValues
         * @description A figure over time.
         */
        KpiValues: {
            /**
             * Bucket
             * @example 1h
             */
            bucket: string;
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /** Expression */
            expression: string;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Name
             * @description Null for one that is not kept
             * @example solar-share
             */
            name: string | null;
            /** Points */
            points: components["schemas"]["KpiPoint"][];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
            /**
             * Total
             * @description The expression over the whole range, not over its buckets
             */
            total: number | null;
            /** Unit */
            unit: string | null;
            /** Warnings */
            warnings: string[];
        };
        /**
         * KpiWritten
         * @description What a backfill wrote.
         */
        KpiWritten: {
            /**
             * Metric
             * @example kpi.solar-share
             */
            metric: string;
            /**
             * Written
             * @description Points that are new or have changed
             * @example 672
             */
            written: number;
        };
        /**
         * LayoutItem
         * @description A layout without what it holds.
         */
        LayoutItem: {
            /**
             * Changed At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Name
             * @example home
             */
            name: string;
            /**
             * Version
             * @description Grows with every change; also the ETag
             * @example 3
             */
            version: number;
        };
        /**
         * LayoutOut
         * @description A layout.
         */
        LayoutOut: {
            /**
             * Changed At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Layout
             * @example {
             *       "columns": 2,
             *       "panels": [
             *         {
             *           "hours": 24,
             *           "metric": "cpu.load"
             *         }
             *       ]
             *     }
             */
            layout: {
                [key: string]: unknown;
            };
            /**
             * Name
             * @example home
             */
            name: string;
            /**
             * Version
             * @description Grows with every change; also the ETag
             * @example 3
             */
            version: number;
        };
        /**
         * Leaderboard
         * @description Students of the school (or class) with XP in the period. Equals stand in the order of their ids.
         */
        Leaderboard: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Current User Rank
             * @description Null: you have no XP in the period, or are no student of it
             */
            current_user_rank: number | null;
            /** Current User Xp */
            current_user_xp: number | null;
            /** Entries */
            entries: components["schemas"]["Entry"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Percentile
             * @description Share of the other participants who have no more XP than you, %
             */
            percentile: number | null;
            /**
             * Timeframe
             * @enum {string}
             */
            timeframe: "day" | "week" | "month" | "all";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Total Participants */
            total_participants: number;
            /**
             * Xp To Next Rank
             * @description XP until you are level with the next higher; null: nobody is
             */
            xp_to_next_rank: number | null;
        };
        /**
         * LessonRow
         * @description A lesson. Progress events carry `id` as content_id.
         */
        LessonRow: {
            /**
             * Course Id
             * Format: uuid
             */
            course_id: string;
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Place
             * @description Order within the course
             * @default 0
             */
            place: number;
            /** Title */
            title: string;
        };
        /**
         * Lifted
         * @description `lifted`: false when the person was not refused.
         */
        Lifted: {
            /** Lifted */
            lifted: boolean;
        };
        /**
         * Line
         * @description A line of an invoice. Lines of the same day and model are added.
         */
        Line: {
            /**
             * Amount
             * @description USD; a credit is negative
             */
            amount: number | string;
            /**
             * Day
             * Format: date
             * @example 2026-05-04
             */
            day: string;
            /**
             * Model
             * @description Absent: all models
             */
            model?: string | null;
        };
        /** Listed[AtRisk] */
        Listed_AtRisk_: {
            /** Items */
            items: components["schemas"]["AtRisk"][];
            /** Limit */
            limit: number;
            /**
             * Next
             * @description `offset` of the next page; null on the last
             */
            next: number | null;
            /** Offset */
            offset: number;
            /**
             * Total
             * @description Items on all pages
             */
            total: number;
        };
        /** Listed[Class] */
        Listed_Class_: {
            /** Items */
            items: components["schemas"]["Class"][];
            /** Limit */
            limit: number;
            /**
             * Next
             * @description `offset` of the next page; null on the last
             */
            next: number | null;
            /** Offset */
            offset: number;
            /**
             * Total
             * @description Items on all pages
             */
            total: number;
        };
        /** Listed[School] */
        Listed_School_: {
            /** Items */
            items: components["schemas"]["School"][];
            /** Limit */
            limit: number;
            /**
             * Next
             * @description `offset` of the next page; null on the last
             */
            next: number | null;
            /** Offset */
            offset: number;
            /**
             * Total
             * @description Items on all pages
             */
            total: number;
        };
        /** Listed[User] */
        Listed_User_: {
            /** Items */
            items: components["schemas"]["User"][];
            /** Limit */
            limit: number;
            /**
             * Next
             * @description `offset` of the next page; null on the last
             */
            next: number | null;
            /** Offset */
            offset: number;
            /**
             * Total
             * @description Items on all pages
             */
            total: number;
        };
        /**
         * LoadOut
         * @description Training load: minutes a day, over the last 7 and 28 whole days.
         */
        LoadOut: {
            /** Acute Minutes Per Day */
            acute_minutes_per_day: number;
            /** Chronic Minutes Per Day */
            chronic_minutes_per_day: number;
            /**
             * Ratio
             * @description Acute by chronic; above 1.5 is a steep rise
             * @example 1.1
             */
            ratio: number | null;
        };
        /**
         * LoginIn
         * @description Who wants in.
         */
        LoginIn: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * Measures
         * @description What happened in some time. docs/domains/content.md defines each.
         */
        Measures: {
            /**
             * Click Through Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            click_through_rate: number | null;
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /**
             * Content Views
             * @example 250
             */
            content_views: number;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Engaged Views
             * @example 250
             */
            engaged_views: number;
            /**
             * Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            engagement_rate: number | null;
            /**
             * Engagements
             * @example 250
             */
            engagements: number;
            /**
             * Optimization Score
             * @description Mean, rounded to 2 digits
             * @example 78.2
             */
            optimization_score: number | null;
            /**
             * Optimizations
             * @example 250
             */
            optimizations: number;
            /**
             * Page Views
             * @example 250
             */
            page_views: number;
            /**
             * Revenue
             * @description In `currency`, rounded to 2 digits
             * @example 4499.55
             */
            revenue: number;
            /**
             * Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            revenue_exact: string;
            /**
             * Views
             * @example 250
             */
            views: number;
        };
        /**
         * MeOut
         * @description Who you are.
         */
        MeOut: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "user" | "key" | "external";
            /** Name */
            name: string;
            /** Person */
            person?: string | null;
            /** Scopes */
            scopes: string[];
            /** Tenant */
            tenant: number;
        };
        /**
         * MessageOut
         * @description A message. `cost_from`: stated by its producer, computed with the price `price_id`, or none.
         */
        MessageOut: {
            /** Attempt */
            attempt: number;
            /** Batch */
            batch: boolean;
            /** Cache Read Tokens */
            cache_read_tokens: number | null;
            /** Cache Write 1H Tokens */
            cache_write_1h_tokens: number | null;
            /** Cache Write 5M Tokens */
            cache_write_5m_tokens: number | null;
            /**
             * Cost Exact
             * @description USD, every digit
             */
            cost_exact: string | null;
            /**
             * Cost From
             * @example stated
             * @example computed
             * @example none
             */
            cost_from: string;
            /** Duration Ms */
            duration_ms: number | null;
            /** Event Id */
            event_id: string;
            /** Failed */
            failed: boolean;
            /** Input Tokens */
            input_tokens: number | null;
            /** Model */
            model: string | null;
            /** Output Tokens */
            output_tokens: number | null;
            /** Price Id */
            price_id: number | null;
            /**
             * Timestamp
             * Format: date-time
             */
            timestamp: string;
            /** User Id */
            user_id: string | null;
        };
        /**
         * MetadataIn
         * @description What the content service says of a piece of content. What is left out is emptied.
         */
        MetadataIn: {
            /** Author */
            author?: string | null;
            /**
             * Kind
             * @example article
             */
            kind?: string | null;
            /** Published At */
            published_at?: string | null;
            /** Tags */
            tags?: string[];
            /** Title */
            title?: string | null;
            /** Url */
            url?: string | null;
        };
        /**
         * MetadataOut
         * @description A piece of content as it is described.
         */
        MetadataOut: {
            /** Author */
            author: string | null;
            /** Content Id */
            content_id: string;
            /**
             * Described At
             * @description Null: known from events only
             */
            described_at: string | null;
            /** Kind */
            kind: string | null;
            /** Published At */
            published_at: string | null;
            /** Tags */
            tags: string[];
            /** Title */
            title: string | null;
            /** Url */
            url: string | null;
        };
        /**
         * MetricAnomaly
         * @description A stretch of unusual points of one series of the metric.
         */
        MetricAnomaly: {
            /**
             * Closed At
             * @description RFC 3339 with the zone's offset
             */
            closed_at: string | null;
            /**
             * Detector
             * @example seasonal_level
             */
            detector: string;
            /**
             * Expected
             * @description In the unit of the metric; a rate is per second
             * @example 12
             */
            expected: number | null;
            /**
             * Hi
             * @description In the unit of the metric; a rate is per second
             * @example 20
             */
            hi: number | null;
            /**
             * Id
             * @example 7
             */
            id: number;
            /**
             * Kind
             * @description anomaly, stale or threshold
             * @example anomaly
             */
            kind: string;
            /**
             * Labels
             * @example {
             *       "device": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Last At
             * @description Of its newest unusual point: RFC 3339 with the zone's offset
             */
            last_at: string;
            /**
             * Lo
             * @description In the unit of the metric; a rate is per second
             * @example 5
             */
            lo: number | null;
            /**
             * Opened At
             * @description Of its first point: RFC 3339 with the zone's offset
             */
            opened_at: string;
            /**
             * Peak At
             * @description Of its most unusual point: RFC 3339 with the zone's offset
             */
            peak_at: string;
            /**
             * Points
             * @example 3
             */
            points: number;
            /**
             * Reason
             * @description In words
             */
            reason: string;
            /**
             * Score
             * @description 0 to 1, calibrated
             * @example 0.9995
             */
            score: number;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "closed";
            /**
             * Value
             * @description In the unit of the metric; a rate is per second
             * @example 97
             */
            value: number | null;
        };
        /**
         * MetricDirection
         * @description Where a metric goes: the whole range against the one right before, as long as this one.
         */
        MetricDirection: {
            /**
             * Before
             * @description The total before. In the unit of the metric; a rate is per second
             * @example 0.4
             */
            before: number | null;
            /**
             * Change
             * @description Total now minus total before. In the unit of the metric; a rate is per second
             * @example 0.1
             */
            change: number | null;
            /**
             * Change Pct
             * @description In percent; null unless trend_basis is ok
             * @example 25
             */
            change_pct: number | null;
            /**
             * Direction
             * @description Null unless trend_basis is ok
             */
            direction: ("up" | "down" | "flat") | null;
            /**
             * Slope Per Hour
             * @description Of the least-squares line through whole buckets
             * @example 0.01
             */
            slope_per_hour: number | null;
            /**
             * Slope Points
             * @description Points that the line goes through
             * @example 24
             */
            slope_points: number;
            /**
             * Trend Basis
             * @description no_baseline: nothing before, or 0. partial: this range is not over yet
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * MetricsPage
         * @description A page of metrics, by name.
         */
        MetricsPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["api__schemas__series__MetricOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * MetricStats
         * @description Over all raw points in the range; null where there is none, and for counters, whose level says nothing.
         */
        MetricStats: {
            /**
             * First
             * @description In the unit of the metric; a rate is per second
             */
            first: number | null;
            /**
             * Last
             * @description In the unit of the metric; a rate is per second
             */
            last: number | null;
            /**
             * Max
             * @description In the unit of the metric; a rate is per second
             * @example 0.9
             */
            max: number | null;
            /**
             * Mean
             * @description In the unit of the metric; a rate is per second
             * @example 0.5
             */
            mean: number | null;
            /**
             * Min
             * @description In the unit of the metric; a rate is per second
             * @example 0.1
             */
            min: number | null;
            /**
             * N
             * @description Raw points
             * @example 1440
             */
            n: number;
            /**
             * Total
             * @description The aggregate that is asked for, over the whole range
             * @example 0.5
             */
            total: number | null;
        };
        /**
         * MetricTrendData
         * @description A metric, or one group of its series, over time.
         */
        MetricTrendData: {
            /**
             * Agg
             * @example avg
             */
            agg: string;
            /**
             * Anomalies
             * @description Newest first, at most 500
             */
            anomalies: components["schemas"]["MetricAnomaly"][];
            /**
             * Band
             * @description What was expected; empty where it stands for several series
             */
            band: components["schemas"]["BandPoint"][];
            /**
             * Bucket
             * @example 15m
             */
            bucket: string;
            /**
             * Complete Through
             * @description RFC 3339 with the zone's offset
             */
            complete_through: string | null;
            /**
             * Kind
             * @example gauge
             */
            kind: string | null;
            /**
             * Labels
             * @example {
             *       "device": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /** Points */
            points: components["schemas"]["api__packs__telemetry__schemas__TrendPoint"][];
            /**
             * Series
             * @description Series in it
             * @example 1
             */
            series: number;
            /**
             * Source
             * @description The rollup that answered, or samples
             * @example samples_15m
             */
            source: string;
            stats: components["schemas"]["MetricStats"];
            trend: components["schemas"]["MetricDirection"];
            /**
             * Unit
             * @example %
             */
            unit: string | null;
            /** Warnings */
            warnings: string[];
        };
        /**
         * MilestoneIn
         * @description A milestone to be kept.
         */
        MilestoneIn: {
            /**
             * Agg
             * @description Absent: as is usual for the metric; `increase` is the growth of a counter
             */
            agg?: ("sum" | "count" | "increase" | "avg" | "min" | "max" | "last") | null;
            /**
             * Days
             * @description Of a rolling window, today among them
             * @example 28
             */
            days?: number | null;
            /**
             * Direction
             * @description `stay_below`: a budget; its value may come to the target
             * @default reach
             * @enum {string}
             */
            direction: "reach" | "stay_below";
            /**
             * Ends At
             * @description Outside; null: it goes on
             */
            ends_at?: string | null;
            /**
             * Labels
             * @description Series that have all of these
             * @example {
             *       "host": "a"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            /**
             * Metric
             * @description `*` in it stands for anything
             * @example requests
             */
            metric: string;
            /**
             * Owner
             * @description The person whose it is, as user_id of events; null: everybody's
             */
            owner?: string | null;
            /**
             * Starts At
             * @description What was before does not count; null: all counts
             */
            starts_at?: string | null;
            /**
             * Target Value
             * @description In the unit of the metric
             * @example 100000
             */
            target_value: number;
            /**
             * Timezone
             * @description IANA name; windows begin at its midnight
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Title
             * @example 100 km a month
             */
            title: string;
            /**
             * Unit
             * @description Absent: that of the metric
             * @example m
             */
            unit?: string | null;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * Window
             * @description Over which time its value is taken, again and again but for `once`
             * @default once
             * @enum {string}
             */
            window: "once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling";
        };
        /**
         * MilestoneOut
         * @description A milestone about the series of a metric that have some labels.
         */
        MilestoneOut: {
            /**
             * Achieved At
             * @description When the window's value came to the target: RFC 3339, in the milestone's zone
             */
            achieved_at: string | null;
            /**
             * Agg
             * @enum {string}
             */
            agg: "sum" | "count" | "increase" | "avg" | "min" | "max" | "last";
            /** Changed At */
            changed_at: string;
            /**
             * Computed At
             * @description When all of this was computed: RFC 3339, UTC
             */
            computed_at: string | null;
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Current Value
             * @description Of the window that goes on: In the unit of the metric; null: no points
             * @example 62500
             */
            current_value: number | null;
            /** Days */
            days: number | null;
            /**
             * Direction
             * @enum {string}
             */
            direction: "reach" | "stay_below";
            /**
             * Ends At
             * @description RFC 3339, in the milestone's zone
             */
            ends_at: string | null;
            /**
             * Error
             * @description Why it cannot be computed
             */
            error?: string | null;
            /**
             * Exceeded At
             * @description When a budget's value came to the target: RFC 3339, in the milestone's zone
             */
            exceeded_at: string | null;
            /**
             * Id
             * @example 12
             */
            id: number;
            /** Labels */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example requests
             */
            metric: string;
            /**
             * On Track
             * @description Met at the end rather than not; null: no end, or too short a past
             */
            on_track: boolean | null;
            /** Owner */
            owner: string | null;
            /**
             * Pace Per Day
             * @description What a day brought, over the last 56 days
             */
            pace_per_day: number | null;
            /**
             * Period End
             * @description … and outside; null: no end: RFC 3339, in the milestone's zone
             */
            period_end: string | null;
            /**
             * Period Start
             * @description The window: inside: RFC 3339, in the milestone's zone
             */
            period_start: string | null;
            /**
             * Points
             * @description Points in the window
             * @example 9
             */
            points: number;
            /**
             * Progress Pct
             * @description Of the target, in percent; null of a target of 0
             * @example 62.5
             */
            progress_pct: number | null;
            /**
             * Projected Completion
             * @description The day on which the target is come to: RFC 3339, in the milestone's zone
             */
            projected_completion: string | null;
            /**
             * Projected Value
             * @description At the end, the middle of what is expected: In the unit of the metric
             */
            projected_value: number | null;
            projection: components["schemas"]["Projection"] | null;
            /**
             * Remaining
             * @description To the target, never below 0: In the unit of the metric
             * @example 37500
             */
            remaining: number | null;
            /**
             * Stale
             * @description Data or time have moved on since; it will be computed again within seconds
             */
            stale: boolean;
            /**
             * Starts At
             * @description RFC 3339, in the milestone's zone
             */
            starts_at: string | null;
            /**
             * Status
             * @description at_risk: it is met with less than 35 % likelihood, until with more than 50 %
             * @enum {string}
             */
            status: "upcoming" | "active" | "at_risk" | "achieved" | "exceeded" | "missed";
            /** @description Null of a milestone for once, and until it is computed */
            streak: components["schemas"]["Streak"] | null;
            /**
             * Target Value
             * @description In the unit of the metric
             * @example 100000
             */
            target_value: number;
            /** Timezone */
            timezone: string;
            /**
             * Title
             * @example 100 km a month
             */
            title: string;
            /**
             * Unit
             * @example m
             */
            unit: string | null;
            /** Week Start */
            week_start: string;
            /**
             * Window
             * @enum {string}
             */
            window: "once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling";
        };
        /**
         * MilestonePage
         * @description A page of milestones, by id.
         */
        MilestonePage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["MilestoneOut"][];
            /**
             * Next
             * @description The cursor of the next page; null on the last
             */
            next: string | null;
        };
        /**
         * MilestonePatch
         * @description Fields to change; those that are not there stay.
         */
        MilestonePatch: {
            /** Agg */
            agg?: ("sum" | "count" | "increase" | "avg" | "min" | "max" | "last") | null;
            /** Days */
            days?: number | null;
            /** Direction */
            direction?: ("reach" | "stay_below") | null;
            /** Ends At */
            ends_at?: string | null;
            /** Labels */
            labels?: {
                [key: string]: string;
            } | null;
            /** Metric */
            metric?: string | null;
            /** Owner */
            owner?: string | null;
            /** Starts At */
            starts_at?: string | null;
            /** Target Value */
            target_value?: number | null;
            /** Timezone */
            timezone?: string | null;
            /** Title */
            title?: string | null;
            /** Unit */
            unit?: string | null;
            /** Week Start */
            week_start?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday") | null;
            /** Window */
            window?: ("once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling") | null;
        };
        /**
         * ModelOut
         * @description A scheduled model, and how far its newest run is.
         */
        ModelOut: {
            /**
             * Busy Seconds
             * @description Work of this run so far, on all workers
             * @example 91.2
             */
            busy_seconds: number;
            /** Description */
            description: string;
            /**
             * Duration Seconds
             * @description How long that run took
             * @example 48.5
             */
            duration_seconds: number | null;
            /**
             * Error
             * @description Of one item that failed
             */
            error: string | null;
            /**
             * Finished At
             * @description Null while it runs: RFC 3339, UTC
             */
            finished_at: string | null;
            /**
             * Interval Seconds
             * @example 900
             */
            interval_seconds: number;
            items: components["schemas"]["ItemsOut"];
            /**
             * Last Finished At
             * @description End of the newest run that came to its end: RFC 3339, UTC
             */
            last_finished_at: string | null;
            /**
             * Model
             * @example insights
             */
            model: string;
            /**
             * Next Due
             * @description When the next window begins: RFC 3339, UTC
             */
            next_due: string;
            /**
             * Oldest Result At
             * @description When the item was looked at that waits longest: RFC 3339, UTC
             */
            oldest_result_at: string | null;
            /**
             * Started At
             * @description RFC 3339, UTC
             */
            started_at: string;
            /**
             * Window
             * @description The run is that of this window: RFC 3339, UTC
             */
            window: string;
        };
        /**
         * ModelPage
         * @description All scheduled models that have run.
         */
        ModelPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["ModelOut"][];
            /** Next */
            next?: null;
        };
        /**
         * ModelUsage
         * @description One model. Averages are over those messages that say the thing: the counts stand beside.
         */
        ModelUsage: {
            /**
             * Avg Cost Per Message
             * @description USD a message that has a cost, rounded to 4 digits
             */
            avg_cost_per_message: number | null;
            /**
             * Avg Response Time Ms
             * @description ms; null where no message says how long it took
             */
            avg_response_time_ms: number | null;
            /** Avg Tokens Input */
            avg_tokens_input: number | null;
            /** Avg Tokens Output */
            avg_tokens_output: number | null;
            /** Cache Read Tokens */
            cache_read_tokens: number;
            /** Cache Write Tokens */
            cache_write_tokens: number;
            /** Failed Messages */
            failed_messages: number;
            /** Input Tokens */
            input_tokens: number;
            /** Message Count */
            message_count: number;
            /** Model */
            model: string;
            /** Output Tokens */
            output_tokens: number;
            /**
             * P50 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p50_response_time_ms: number | null;
            /**
             * P95 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p95_response_time_ms: number | null;
            /**
             * P99 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p99_response_time_ms: number | null;
            /** Priced Messages */
            priced_messages: number;
            /**
             * Share Percent
             * @description Of all messages that name a model
             */
            share_percent: number | null;
            /** Timed Messages */
            timed_messages: number;
            /** Tokened Messages */
            tokened_messages: number;
            /**
             * Total Cost
             * @description USD, rounded to 2 digits
             * @example 1234.57
             */
            total_cost: number;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
            /**
             * Trend Basis
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
            /**
             * Trend Percentage
             * @description Messages against the window before; null but for basis ok
             */
            trend_percentage: number | null;
        };
        /**
         * ModelUsageStats
         * @description Models, the most used first.
         */
        ModelUsageStats: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Least Used */
            least_used: string | null;
            /** Models */
            models: components["schemas"]["ModelUsage"][];
            /** Most Used */
            most_used: string | null;
            /**
             * Percentiles
             * @description Over every response time in the range, linear between neighbours
             * @default exact
             */
            percentiles: string;
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Total Messages */
            total_messages: number;
            /** Total Models */
            total_models: number;
            /**
             * Without Model
             * @description Messages that name no model
             */
            without_model: number;
        };
        /**
         * NewPassword
         * @description A new password for somebody.
         */
        NewPassword: {
            /**
             * Password
             * @description At least 12 characters.
             */
            password: string;
        };
        /**
         * Overview
         * @description Of the viewer's school, or of all schools. Rates are percent; null: there was nothing to divide by.
         */
        Overview: {
            /**
             * Active Enrolments
             * @description Those of active students
             */
            active_enrolments: number;
            /**
             * Active Students
             * @description Students whose last login is not before `from`
             */
            active_students: number;
            assignments: components["schemas"]["Assignments"];
            /**
             * Attendance Rate
             * @description active_enrolments / total_enrolments, %
             */
            attendance_rate: number | null;
            /**
             * Average Completion Rate
             * @description Mean progress of begun (student, lesson) pairs, %
             */
            average_completion_rate: number | null;
            /**
             * Average Quiz Score
             * @description Mean score of all attempts, %
             */
            average_quiz_score: number | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Engagement Rate
             * @description active_students / total_students, %
             */
            engagement_rate: number | null;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Lessons Completed
             * @description Begun pairs whose progress is 100 % or more
             */
            lessons_completed: number;
            /** Lessons Started */
            lessons_started: number;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Total Active Classes */
            total_active_classes: number;
            /**
             * Total Enrolments
             * @description Students' enrolments in active classes
             */
            total_enrolments: number;
            /** Total Students */
            total_students: number;
        };
        /**
         * PackAnswer
         * @description Rows of a pack's answer. Numbers that are exact, such as money, are strings.
         */
        PackAnswer: {
            /** Answer */
            answer: string;
            /**
             * Bucket
             * @description Null: rows are not over time
             */
            bucket: ("15m" | "1h" | "day" | "week" | "month") | null;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Pack */
            pack: string;
            /**
             * Rows
             * @description The columns by name; over time also `t`, where the bucket begins, and `partial`: it is not over yet, or not wholly asked for
             * @example [
             *       {
             *         "metres": "12.5",
             *         "partial": false,
             *         "t": "2026-01-01T00:00:00+01:00"
             *       }
             *     ]
             */
            rows: {
                [key: string]: string | number | boolean | null;
            }[];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /** Title */
            title: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
        };
        /**
         * PackFlagOut
         * @description A feature flag that the pack declares; GET /api/v1/flags says how it stands.
         */
        PackFlagOut: {
            /** Depends On */
            depends_on: string[];
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Title */
            title: string;
        };
        /**
         * PackInfo
         * @description A domain, in its own words.
         */
        PackInfo: {
            /** Answers */
            answers: components["schemas"]["AnswerInfo"][];
            /** Description */
            description: string;
            /** Events */
            events: components["schemas"]["EventTypeOut"][];
            /** Flags */
            flags: components["schemas"]["PackFlagOut"][];
            /** Metrics */
            metrics: components["schemas"]["api__schemas__packs__MetricOut"][];
            /** Name */
            name: string;
            /**
             * Terms
             * @description What its words mean
             */
            terms: {
                [key: string]: string;
            };
            /** Title */
            title: string;
        };
        /**
         * Pair
         * @description Whether two projects differ in cost a message: Welch's test, p corrected for the number of pairs (Holm).
         */
        Pair: {
            /** First */
            first: string;
            /**
             * P Value
             * @description Null with fewer than 30 priced messages on a side
             */
            p_value: number | null;
            /**
             * Ratio
             * @description Cost a message of the first, over that of the second
             */
            ratio: number | null;
            /** Second */
            second: string;
            /**
             * Significant
             * @description p below 0.05
             */
            significant: boolean | null;
        };
        /**
         * ParamOut
         * @description A parameter of an answer, besides those that every answer takes.
         */
        ParamOut: {
            /** Default */
            default: string | number | null;
            /** Required */
            required: boolean;
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "string" | "integer" | "number";
        };
        /**
         * PasswordIn
         * @description A new password for yourself.
         */
        PasswordIn: {
            /** Current Password */
            current_password: string;
            /**
             * New Password
             * @description At least 12 characters.
             */
            new_password: string;
        };
        /**
         * PatternOut
         * @description A cycle or regimes of one series, or two series that move together. The same pattern keeps its id.
         */
        PatternOut: {
            /**
             * Active
             * @description It is still found, and has not expired
             */
            active: boolean;
            /**
             * Closed At
             * @description Since when it is no longer found: RFC 3339, UTC
             */
            closed_at: string | null;
            /**
             * Confidence
             * @description 0 to 1: how sure it is
             * @example 0.99
             */
            confidence: number;
            /**
             * Correlation Factors
             * @description The numbers of what belongs together: r, lag, q, …
             */
            correlation_factors: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * @description When it was found first: RFC 3339, UTC
             */
            created_at: string;
            /**
             * Description
             * @description In words, with numbers
             */
            description: string;
            /**
             * Expires At
             * @description When it goes, unless it is found again: RFC 3339, UTC
             */
            expires_at: string;
            /**
             * Frequency
             * @example every 24 hours
             */
            frequency: string | null;
            /**
             * Metadata
             * @description The other numbers behind it
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Model
             * @description What found it
             * @example cycles
             */
            model: string;
            /**
             * Pattern Id
             * @example 0c2f4e1d7a9b3c8e6d4f2a1b5f
             */
            pattern_id: string;
            /**
             * Pattern Type
             * @description cycle, correlation or regime
             * @example cycle
             */
            pattern_type: string;
            /**
             * Revised At
             * @description When what it says last changed: RFC 3339, UTC
             */
            revised_at: string;
            /**
             * Series
             * @description Those it is about; of two the leader first
             */
            series: components["schemas"]["PatternSeries"][];
            /**
             * Since
             * @description The data it was found in begin here: RFC 3339, UTC
             */
            since: string;
            /**
             * Until
             * @description … and end here: RFC 3339, UTC
             */
            until: string;
        };
        /**
         * PatternPage
         * @description A page of patterns, newest first.
         */
        PatternPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["PatternOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * PatternSeries
         * @description A series that a pattern is about.
         */
        PatternSeries: {
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Series Id
             * @example 17
             */
            series_id: number;
            /**
             * Unit
             * @example %
             */
            unit: string | null;
        };
        /**
         * PatternsResponse
         * @description A page of patterns, newest first.
         */
        PatternsResponse: {
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /** Next */
            next: string | null;
            /** Patterns */
            patterns: components["schemas"]["PatternOut"][];
            /**
             * Types
             * @description How many of each type on this page
             * @example {
             *       "cycle": 3
             *     }
             */
            types: {
                [key: string]: number;
            };
        };
        /**
         * Performance
         * @description One piece of content. The funnel counts visitors: sessions, or users without one.
         */
        Performance: {
            /** Author */
            author: string | null;
            comparison: components["schemas"]["api__packs__content__shapes__Comparison"];
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Content Id */
            content_id: string;
            /**
             * Currency
             * @description ISO 4217; XXX: no currency was said
             * @example EUR
             */
            currency: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /** Funnel */
            funnel: components["schemas"]["Step"][];
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Kind */
            kind: string | null;
            /** Published At */
            published_at: string | null;
            /** Revenue By Currency */
            revenue_by_currency: {
                [key: string]: string;
            };
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /** Title */
            title: string | null;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            totals: components["schemas"]["Measures"];
            /** Url */
            url: string | null;
        };
        /**
         * PerformanceAlert
         * @description An alert of one of the series shown, as it stands.
         */
        PerformanceAlert: {
            /**
             * Changed At
             * @description Time of that transition: RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Expected
             * @description In the unit of the series
             * @example 12
             */
            expected: number | null;
            /**
             * Id
             * @example 5
             */
            id: number;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Reason
             * @description In words
             */
            reason: string;
            /**
             * Score
             * @description 0 to 1, calibrated
             * @example 0.9995
             */
            score: number;
            /** Seq */
            seq?: number | null;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "opened" | "raised" | "revised" | "closed" | "retracted";
            /**
             * T
             * @description Time of the most unusual point: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            t: string;
            /**
             * Value
             * @description In the unit of the series
             * @example 97
             */
            value: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * PerformanceTrendsResponse
         * @description Several metrics over one time. Keys of `metrics` are names, with labels where they are split.
         */
        PerformanceTrendsResponse: {
            /** Alerts */
            alerts: components["schemas"]["PerformanceAlert"][];
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Metrics */
            metrics: {
                [key: string]: components["schemas"]["MetricTrendData"];
            };
            /**
             * Resolution
             * @description Length of a bucket; auto where metrics differ
             * @example 15m
             */
            resolution: string;
            summary: components["schemas"]["TrendsSummary"];
            /**
             * Time Window Hours
             * @example 24
             */
            time_window_hours: number;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
        };
        /**
         * Performer
         * @description A student by XP in the range.
         */
        Performer: {
            /** Name */
            name: string;
            /**
             * Rank
             * @description Equals share one: 1, 2, 2, 4
             */
            rank: number;
            /** User Id */
            user_id: string;
            /** Xp */
            xp: number;
        };
        /**
         * PeriodOut
         * @description The period that is looked at, to its end, though that may lie ahead.
         */
        PeriodOut: {
            /**
             * End
             * @description Outside: RFC 3339 with the zone's offset
             * @example 2026-04-01T00:00:00+02:00
             */
            end: string;
            /**
             * Name
             * @description Null: from and to
             */
            name: ("day" | "week" | "month" | "quarter" | "year") | null;
            /**
             * Start
             * @description Inside: RFC 3339 with the zone's offset
             * @example 2026-03-01T00:00:00+01:00
             */
            start: string;
        };
        /**
         * PersistenceIn
         * @description On or off, from now on.
         */
        PersistenceIn: {
            /**
             * Enabled
             * @example true
             */
            enabled: boolean;
        };
        /**
         * PersistenceOut
         * @description How persistence stands. With a database as the engine it is always enabled.
         */
        PersistenceOut: {
            /**
             * Enabled
             * @description Whether a database is meant to keep what comes in
             */
            enabled: boolean;
            /**
             * Lost
             * @description Batches that the spool had no room for
             * @default 0
             * @example 0
             */
            lost: number;
            /**
             * Memory From
             * @description Since when memory holds every point, RFC 3339
             * @example 2026-01-01T10:00:00+00:00
             */
            memory_from?: string | null;
            /**
             * Reason
             * @description Why it fails, in words
             */
            reason?: string | null;
            /**
             * State
             * @description starting: the database is being opened; failing: it is away, what comes in waits
             * @enum {string}
             */
            state: "on" | "off" | "starting" | "failing";
            /**
             * Waiting
             * @description Batches that the database has not taken yet
             * @default 0
             * @example 0
             */
            waiting: number;
            /**
             * Waiting Bytes
             * @description Their size in the spool, bytes
             * @default 0
             * @example 0
             */
            waiting_bytes: number;
        };
        /**
         * PersonIn
         * @description Who it is about.
         */
        PersonIn: {
            /**
             * Person
             * @description The user_id under which events name the person; or the email of a login
             * @example u-4711
             */
            person: string;
        };
        /**
         * PersonRow
         * @description A person. Their events carry `id` as user_id; a login is linked to them by its `person`.
         */
        PersonRow: {
            /** Email */
            email?: string | null;
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * First Name
             * @default
             */
            first_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Name
             * @default
             */
            last_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "ADMIN" | "TEACHER" | "STUDENT";
            /** School Id */
            school_id?: string | null;
            /** Username */
            username: string;
        };
        /**
         * Point
         * @description A bucket.
         */
        Point: {
            /**
             * Click Through Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            click_through_rate: number | null;
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /**
             * Content Views
             * @example 250
             */
            content_views: number;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Engaged Views
             * @example 250
             */
            engaged_views: number;
            /**
             * Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            engagement_rate: number | null;
            /**
             * Engagements
             * @example 250
             */
            engagements: number;
            /**
             * Optimization Score
             * @description Mean, rounded to 2 digits
             * @example 78.2
             */
            optimization_score: number | null;
            /**
             * Optimizations
             * @example 250
             */
            optimizations: number;
            /**
             * Page Views
             * @example 250
             */
            page_views: number;
            /** Partial */
            partial: boolean;
            /**
             * Revenue
             * @description In `currency`, rounded to 2 digits
             * @example 4499.55
             */
            revenue: number;
            /**
             * Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            revenue_exact: string;
            /** T */
            t: string;
            /**
             * Views
             * @example 250
             */
            views: number;
        };
        /**
         * PointOut
         * @description A bucket that has points, or a raw point.
         */
        PointOut: {
            /**
             * Filled
             * @description True: the bucket has no points, `fill` made this one
             */
            filled?: boolean | null;
            /**
             * N
             * @description How many points it stands for
             * @example 96
             */
            n: number;
            /**
             * Partial
             * @description True: the bucket is not complete, or not wholly asked for
             */
            partial?: boolean | null;
            /**
             * T
             * @description Where the bucket begins: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            t: string;
            /**
             * V
             * @description In the unit of the series; a rate is per second, a count has no unit
             * @example 0.5
             */
            v: number | null;
        };
        /**
         * PolicyIn
         * @description A policy. Of several that match a series the closest says each rule: more labels, then the metric's own name.
         */
        PolicyIn: {
            /**
             * Data Range
             * @description Lowest and highest legal value; one outside is anomalous at once
             * @example [
             *       0,
             *       100
             *     ]
             */
            data_range?: [
                number | null,
                number | null
            ] | null;
            /**
             * Direction
             * @description The side that is anomalous
             */
            direction?: ("both" | "above" | "below") | null;
            /**
             * Labels
             * @description All must match
             * @example {
             *       "host": "a"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            /** @description Values that are told of at once, whatever is usual */
            levels?: components["schemas"]["PolicyLevels"] | null;
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             * @example cpu.*
             */
            metric: string;
            /**
             * Min Dev
             * @description Least distance from the expected value, in the series' unit
             * @example 5
             */
            min_dev?: number | null;
            /**
             * Min Dev Relative
             * @description Least distance as a part of the expected value
             * @example 0.1
             */
            min_dev_relative?: number | null;
            /**
             * Muted
             * @description Learn, but tell nothing
             */
            muted?: boolean | null;
            /**
             * Note
             * @description For people
             */
            note?: string | null;
            /**
             * Sensitivity
             * @description Promised alarms a series-week, instead of the default
             * @example 0.1
             */
            sensitivity?: number | null;
        };
        /**
         * PolicyLevels
         * @description Levels of a value, in the series' unit. At or beyond one an alert opens at once; it closes when the value has
         *     left all of them by more than `hysteresis`.
         */
        PolicyLevels: {
            /**
             * Critical Above
             * @example 95
             */
            critical_above?: number | null;
            /** Critical Below */
            critical_below?: number | null;
            /**
             * Hysteresis
             * @default 0
             * @example 2
             */
            hysteresis: number;
            /**
             * Warn Above
             * @example 80
             */
            warn_above?: number | null;
            /** Warn Below */
            warn_below?: number | null;
        };
        /**
         * PolicyOut
         * @description A policy that is in force.
         */
        PolicyOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Changed By
             * @example ada@example.org
             */
            changed_by: string;
            /**
             * Data Range
             * @description Lowest and highest legal value; one outside is anomalous at once
             * @example [
             *       0,
             *       100
             *     ]
             */
            data_range?: [
                number | null,
                number | null
            ] | null;
            /**
             * Direction
             * @description The side that is anomalous
             */
            direction?: ("both" | "above" | "below") | null;
            /**
             * Labels
             * @description All must match
             * @example {
             *       "host": "a"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            /** @description Values that are told of at once, whatever is usual */
            levels?: components["schemas"]["PolicyLevels"] | null;
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             * @example cpu.*
             */
            metric: string;
            /**
             * Min Dev
             * @description Least distance from the expected value, in the series' unit
             * @example 5
             */
            min_dev?: number | null;
            /**
             * Min Dev Relative
             * @description Least distance as a part of the expected value
             * @example 0.1
             */
            min_dev_relative?: number | null;
            /**
             * Muted
             * @description Learn, but tell nothing
             */
            muted?: boolean | null;
            /**
             * Name
             * @example percentages
             */
            name: string;
            /**
             * Note
             * @description For people
             */
            note?: string | null;
            /**
             * Sensitivity
             * @description Promised alarms a series-week, instead of the default
             * @example 0.1
             */
            sensitivity?: number | null;
        };
        /**
         * Preferences
         * @description Which alerts are told, to whom, when.
         */
        Preferences: {
            /**
             * Labels
             * @description All must match
             */
            labels?: {
                [key: string]: string;
            };
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             */
            metric: string;
            /**
             * @description This or worse
             * @default high
             */
            minimum_severity: components["schemas"]["Severity"];
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /**
             * States
             * @description What is told of an alert
             * @default [
             *       "opened",
             *       "raised"
             *     ]
             */
            states: ("opened" | "raised" | "revised" | "closed" | "retracted")[];
            /** Targets */
            targets: components["schemas"]["Target"][];
        };
        /**
         * PreferencesOut
         * @description How one is told.
         */
        PreferencesOut: {
            /**
             * Changed At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            changed_at: string;
            /**
             * Labels
             * @description All must match
             */
            labels?: {
                [key: string]: string;
            };
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             */
            metric: string;
            /**
             * @description This or worse
             * @default high
             */
            minimum_severity: components["schemas"]["Severity"];
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /**
             * States
             * @description What is told of an alert
             * @default [
             *       "opened",
             *       "raised"
             *     ]
             */
            states: ("opened" | "raised" | "revised" | "closed" | "retracted")[];
            /** Targets */
            targets: components["schemas"]["Target"][];
            /**
             * Version
             * @description Grows with every change; also the ETag
             * @example 3
             */
            version: number;
        };
        /**
         * PriceIn
         * @description What models of a pattern cost from a day on, until a later row of the same pattern and `over`.
         */
        PriceIn: {
            /**
             * Batch Discount
             * @description The share that a batch saves
             * @default 0.5
             * @example 0.5
             */
            batch_discount: number | string;
            /**
             * Cache Read
             * @description USD a million tokens
             * @example 3
             */
            cache_read: number | string;
            /**
             * Cache Write 1H
             * @description USD a million tokens
             * @example 3
             */
            cache_write_1h: number | string;
            /**
             * Cache Write 5M
             * @description USD a million tokens
             * @example 3
             */
            cache_write_5m: number | string;
            /**
             * Input
             * @description USD a million tokens
             * @example 3
             */
            input: number | string;
            /** Note */
            note?: string | null;
            /**
             * Output
             * @description USD a million tokens
             * @example 3
             */
            output: number | string;
            /**
             * Over
             * @description For prompts of more tokens than this
             * @default 0
             */
            over: number;
            /**
             * Pattern
             * @description A model's name; `*` stands for anything
             * @example claude-sonnet-4-5*
             */
            pattern: string;
            /**
             * Since
             * Format: date-time
             * @example 2026-01-01T00:00:00Z
             */
            since: string;
        };
        /**
         * PriceOut
         * @description A price. `own`: entered here; else from the list, as it was read on a day.
         */
        PriceOut: {
            /**
             * Batch Discount
             * @description The share that a batch saves
             * @default 0.5
             * @example 0.5
             */
            batch_discount: string;
            /**
             * Cache Read
             * @description USD a million tokens
             * @example 3
             */
            cache_read: string;
            /**
             * Cache Write 1H
             * @description USD a million tokens
             * @example 3
             */
            cache_write_1h: string;
            /**
             * Cache Write 5M
             * @description USD a million tokens
             * @example 3
             */
            cache_write_5m: string;
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string | null;
            /** Id */
            id: number;
            /**
             * Input
             * @description USD a million tokens
             * @example 3
             */
            input: string;
            /** Note */
            note?: string | null;
            /**
             * Output
             * @description USD a million tokens
             * @example 3
             */
            output: string;
            /**
             * Over
             * @description For prompts of more tokens than this
             * @default 0
             */
            over: number;
            /** Own */
            own: boolean;
            /**
             * Pattern
             * @description A model's name; `*` stands for anything
             * @example claude-sonnet-4-5*
             */
            pattern: string;
            /** Read On */
            read_on: string | null;
            /**
             * Since
             * Format: date-time
             * @example 2026-01-01T00:00:00Z
             */
            since: string;
        };
        /**
         * Problem
         * @description What every error looks like (RFC 9457); some have more fields. `instance`: the id of the request.
         */
        Problem: {
            /** Detail */
            detail: string;
            /** Instance */
            instance: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProjectComparison
         * @description Projects side by side, the dearest first.
         */
        ProjectComparison: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Cost Per Message */
            cost_per_message: components["schemas"]["Pair"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Note
             * @default p values take messages for independent; those of one session are not quite, so read them with a grain of salt.
             */
            note: string;
            /** Projects */
            projects: components["schemas"]["ProjectUsage"][];
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total Cost
             * @description USD, rounded to 2 digits
             * @example 1234.57
             */
            total_cost: number;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
            /** Total Messages */
            total_messages: number;
        };
        /**
         * Projection
         * @description What the last 56 days say of the days ahead, by a bootstrap over days of the same weekday (docs/goals.md).
         */
        Projection: {
            /**
             * Completion High
             * @description … and no later than this day; null: maybe never, or too far
             */
            completion_high: string | null;
            /**
             * Completion Low
             * @description The target is come to no earlier than this day: RFC 3339, in the milestone's zone
             */
            completion_low: string | null;
            /**
             * Level
             * @description The share of outcomes that lies inside the intervals
             * @example 0.8
             */
            level: number;
            /**
             * Probability
             * @description That the milestone is met at the end; null without an end
             */
            probability: number | null;
            /**
             * Value High
             * @description At the end: In the unit of the metric
             */
            value_high: number | null;
            /**
             * Value Low
             * @description At the end: In the unit of the metric
             */
            value_low: number | null;
        };
        /**
         * ProjectOut
         * @description A project, over all time.
         */
        ProjectOut: {
            /** Messages */
            messages: number;
            /** Name */
            name: string;
            /** Priced Messages */
            priced_messages: number;
            /** Project Id */
            project_id: string;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
        };
        /**
         * ProjectUsage
         * @description One of the compared projects. Shares are of all that are compared; `..._of_all` of everything.
         */
        ProjectUsage: {
            /**
             * Avg Response Time Ms
             * @description ms; null where no message says how long it took
             */
            avg_response_time_ms: number | null;
            /** Cache Hit Percent */
            cache_hit_percent: number | null;
            /**
             * Cost Per Message
             * @description USD a message that has a cost, rounded to 4 digits
             */
            cost_per_message: number | null;
            /** Cost Per Message Exact */
            cost_per_message_exact: string | null;
            /** Cost Share Of All Percent */
            cost_share_of_all_percent: number | null;
            /** Cost Share Percent */
            cost_share_percent: number | null;
            /**
             * Cost Trend Basis
             * @enum {string}
             */
            cost_trend_basis: "ok" | "no_baseline" | "partial";
            /** Cost Trend Percent */
            cost_trend_percent: number | null;
            /** Failed Percent */
            failed_percent: number | null;
            /** Input Tokens */
            input_tokens: number;
            /** Message Share Of All Percent */
            message_share_of_all_percent: number | null;
            /** Message Share Percent */
            message_share_percent: number | null;
            /**
             * Messages Trend Percent
             * @description Null but for trend_basis ok
             */
            messages_trend_percent: number | null;
            /** Name */
            name: string;
            /** Output Tokens */
            output_tokens: number;
            /**
             * P50 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p50_response_time_ms: number | null;
            /**
             * P95 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p95_response_time_ms: number | null;
            /**
             * P99 Response Time Ms
             * @description ms; null where no message says how long it took
             */
            p99_response_time_ms: number | null;
            /** Priced Messages */
            priced_messages: number;
            /** Project Id */
            project_id: string;
            /**
             * Rank
             * @description By cost, the dearest first
             */
            rank: number;
            /**
             * Tokens Per Message
             * @description Input and output, a message that states tokens
             */
            tokens_per_message: number | null;
            /**
             * Total Cost
             * @description USD, rounded to 2 digits
             * @example 1234.57
             */
            total_cost: number;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
            /** Total Messages */
            total_messages: number;
            /**
             * Total Sessions
             * @description Sessions that belong to the project
             */
            total_sessions: number;
            /**
             * Trend Basis
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
            /** Unpriced Messages */
            unpriced_messages: number;
        };
        /**
         * PropertyOut
         * @description A property of an event. `decimal`: a number, or a string that spells one, kept to the last digit.
         */
        PropertyOut: {
            /**
             * Choices
             * @description The only values there are
             */
            choices: string[] | null;
            /** Max */
            max: number | null;
            /** Min */
            min: number | null;
            /** Required */
            required: boolean;
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "string" | "integer" | "number" | "decimal" | "boolean" | "time" | "zone" | "object" | "list";
            /**
             * Unit
             * @example m
             */
            unit: string | null;
        };
        /**
         * QuietHours
         * @description From one local time to another, over midnight where the first is later. The same time twice: never.
         */
        QuietHours: {
            /**
             * Begin
             * @example 22:00
             */
            begin: string;
            /**
             * End
             * @example 07:00
             */
            end: string;
            /**
             * Except Critical
             * @description Critical alerts come at any time
             * @default true
             */
            except_critical: boolean;
            /**
             * Timezone
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
        };
        /**
         * QuizRow
         * @description A quiz. Attempts carry `id` as content_id.
         */
        QuizRow: {
            /**
             * Course Id
             * Format: uuid
             */
            course_id: string;
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lesson Id */
            lesson_id?: string | null;
            /** Title */
            title: string;
        };
        /**
         * Ranked
         * @description Content by a measure, the largest first.
         */
        Ranked: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Currency
             * @description ISO 4217; XXX: no currency was said
             * @example EUR
             */
            currency: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Items */
            items: components["schemas"]["ContentRow-Output"][];
            /**
             * Next
             * @description Cursor of the next page, null on the last
             */
            next: string | null;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
        };
        /**
         * Reading
         * @description A metric as it was recorded.
         */
        Reading: {
            /**
             * Id
             * @description Of series and time
             * @example 17-1767225600000000
             */
            id: string;
            /**
             * Metadata
             * @description The labels of its series
             * @example {
             *       "device": "a"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * Metric Name
             * @example cpu.load
             */
            metric_name: string;
            /**
             * Timestamp
             * @description RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            timestamp: string;
            /**
             * Value
             * @example 0.5
             */
            value: number;
        };
        /**
         * ReadingIn
         * @description A reading. `metadata` becomes the labels of its series: each combination of values is a series, so it should have
         *     few.
         */
        ReadingIn: {
            /**
             * Metadata
             * @example {
             *       "device": "coach-1"
             *     }
             */
            metadata?: {
                [key: string]: string;
            };
            /**
             * Timestamp
             * @description RFC 3339, or epoch s, ms, µs, ns; absent: now
             */
            timestamp?: string | number | null;
            /**
             * Unit
             * @example %
             */
            unit?: string | null;
            /**
             * Value
             * @description In the unit of the metric
             * @example 0.5
             */
            value: number;
        };
        /**
         * ReadingsPage
         * @description Readings, newest first.
         */
        ReadingsPage: {
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points; null: empty
             */
            complete_through: string | null;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Items */
            items: components["schemas"]["Reading"][];
            /** Metric Name */
            metric_name: string;
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-02T00:00:00+01:00
             */
            to: string;
        };
        /**
         * Ready
         * @description Whether requests can be served now.
         */
        Ready: {
            /** Ready */
            ready: boolean;
        };
        /**
         * Realtime
         * @description `from`: midnight in the zone.
         */
        Realtime: {
            /**
             * Active Users
             * @description Different students with an activity in the last 5 minutes
             */
            active_users: number;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Recent Activities
             * @description The newest, of students whose names you may see: an admin's school, a teacher's students, oneself
             */
            recent_activities: components["schemas"]["Activity"][];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Today Count
             * @description Activities since midnight
             */
            today_count: number;
        };
        /**
         * Reason
         * @description Why, so that it can be checked.
         */
        Reason: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "inactive" | "slower" | "falling_scores" | "behind";
            /**
             * Text
             * @example No activity for 17 days.
             */
            text: string;
            /**
             * Weight
             * @description Of 100
             */
            weight: number;
        };
        /**
         * RecommendationOut
         * @description A recommendation with the insight that it comes from, and what was asked for already.
         */
        RecommendationOut: {
            action: components["schemas"]["DeviceAction"] | null;
            /** Estimated Impact */
            estimated_impact: string | null;
            /**
             * Id
             * @example 5f0c2f4e1d7a9b3c8e6d4f2a1b.t9f3a01c2
             */
            id: string;
            /** Insight Id */
            insight_id: string;
            /** Insight Title */
            insight_title: string;
            /** Labels */
            labels: {
                [key: string]: string;
            };
            /** Metric */
            metric: string;
            /**
             * Request
             * @description Id of the newest request for its action; null: none
             * @example r-1
             */
            request: string | null;
            severity: components["schemas"]["Severity"];
            /** Text */
            text: string;
        };
        /**
         * RecommendationsPage
         * @description Recommendations of active insights, those of the newest insight first.
         */
        RecommendationsPage: {
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /** Items */
            items: components["schemas"]["RecommendationOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Reconciliation
         * @description The invoice beside what was counted, on the days and for the models that it names.
         */
        Reconciliation: {
            /**
             * Counted
             * @description USD, every digit
             * @example 1234.567890123
             */
            counted: string;
            /**
             * Difference
             * @description USD, every digit
             * @example 1234.567890123
             */
            difference: string;
            /**
             * Invoiced
             * @description USD, every digit
             * @example 1234.567890123
             */
            invoiced: string;
            /** Items */
            items: components["schemas"]["api__packs__llm__reconcile__Compared"][];
            /**
             * Not Invoiced
             * @description Models with costs on these days that the invoice does not name
             */
            not_invoiced: {
                [key: string]: string;
            };
            /** Timezone */
            timezone: string;
        };
        /**
         * RecordOut
         * @description The best an athlete did in a kind of sport.
         */
        RecordOut: {
            /** Activity Id */
            activity_id: string;
            /** Name */
            name: string | null;
            /**
             * Record
             * @enum {string}
             */
            record: "longest_distance" | "longest_duration" | "most_elevation" | "fastest_pace";
            /** Sport Type */
            sport_type: string;
            /** Started At */
            started_at: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number;
        };
        /**
         * RecordsOut
         * @description Personal records. fastest_pace: over whole activities of at least 1 km.
         */
        RecordsOut: {
            /** Athlete */
            athlete: string;
            /** Items */
            items: components["schemas"]["RecordOut"][];
        };
        /**
         * RefreshIn
         * @description The refresh token of the last answer.
         */
        RefreshIn: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * Rejected
         * @description A row that was not taken.
         */
        Rejected: {
            /**
             * Index
             * @description Position in the body: running over all points; the line for lines
             * @example 3
             */
            index: number;
            /**
             * Reason
             * @example the value is NaN or infinite
             */
            reason: string;
        };
        /**
         * ReportIn
         * @description Dates without a zone are of `timezone`. An `end_date` that is a date, or says 23:59:59, means that whole day; any
         *     other is itself outside.
         */
        ReportIn: {
            /**
             * Content Ids
             * @description Empty: everything
             */
            content_ids?: string[];
            /**
             * Currency
             * @description Of revenue; null: that of most sales
             */
            currency?: string | null;
            /**
             * End Date
             * @example 2024-01-31T23:59:59
             */
            end_date: string;
            /**
             * Group By
             * @description Rows: a bucket of time each, a piece of content each, or one
             * @default day
             * @enum {string}
             */
            group_by: "hour" | "day" | "week" | "month" | "content" | "none";
            /**
             * Metrics
             * @default [
             *       "views",
             *       "conversions",
             *       "revenue"
             *     ]
             */
            metrics: ("views" | "page_views" | "content_views" | "engaged_views" | "clicks" | "conversions" | "engagements" | "optimizations" | "revenue" | "engagement_rate" | "click_through_rate" | "conversion_rate" | "optimization_score")[];
            /**
             * Name
             * @default Report
             */
            name: string;
            /**
             * Start Date
             * @example 2024-01-01T00:00:00
             */
            start_date: string;
            /**
             * Timezone
             * @description IANA name
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        /**
         * ReportListed
         * @description A stored report without its rows. `data_version`: how often the data had changed when it was made.
         */
        ReportListed: {
            /**
             * Complete Through
             * Format: date-time
             * @description Everything received that happened before is in the report
             */
            complete_through: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Data Version */
            data_version: number;
            /** Due At */
            due_at: string | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Query
             * @description The question, with from and to as RFC 3339: from inside, to outside
             */
            query: {
                [key: string]: unknown;
            };
            /**
             * Schedule
             * @description The schedule that had it made
             */
            schedule: number | null;
        };
        /**
         * ReportOut
         * @description A stored report.
         */
        ReportOut: {
            /**
             * Columns
             * @example [
             *       "t",
             *       "partial",
             *       "views",
             *       "conversions",
             *       "revenue"
             *     ]
             */
            columns: string[];
            /**
             * Complete Through
             * Format: date-time
             * @description Everything received that happened before is in the report
             */
            complete_through: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Currency
             * @description Of `revenue`
             * @example EUR
             */
            currency: string;
            /**
             * Current
             * @description Nothing has come since: the same question would be answered the same
             */
            current: boolean;
            /** Data Version */
            data_version: number;
            /** Due At */
            due_at: string | null;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Query
             * @description The question, with from and to as RFC 3339: from inside, to outside
             */
            query: {
                [key: string]: unknown;
            };
            /** Revenue By Currency */
            revenue_by_currency: {
                [key: string]: string;
            };
            /**
             * Rows
             * @description Revenue is a string: exact. Rates are percent, null of nothing
             */
            rows: {
                [key: string]: unknown;
            }[];
            /**
             * Schedule
             * @description The schedule that had it made
             */
            schedule: number | null;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /**
         * Repriced
         * @description What changed, or would.
         */
        Repriced: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Change
             * @description USD, every digit
             * @example 1234.567890123
             */
            change: string;
            /**
             * Differences
             * @description The largest 1,000, by day, model and project
             */
            differences: components["schemas"]["Difference"][];
            /** Differences Left Out */
            differences_left_out: number;
            /** Dry Run */
            dry_run: boolean;
            /**
             * Id
             * @description Of the note that was made; null for a dry run
             */
            id: number | null;
            /**
             * Messages
             * @description Messages whose cost is another one
             */
            messages: number;
            /**
             * New Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            new_cost: string;
            /**
             * Old Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            old_cost: string;
            /**
             * Points Waiting
             * @description Points of the series llm.cost that follow within minutes
             * @default 0
             */
            points_waiting: number;
        };
        /**
         * RepriceIn
         * @description Which messages to price anew: of [from, to), of a project, of a model; those without a stated cost alone, or all.
         *
         *     A dry run changes nothing and says what would.
         */
        RepriceIn: {
            /**
             * Dry Run
             * @default true
             */
            dry_run: boolean;
            /**
             * From
             * Format: date-time
             */
            from: string;
            /** Model */
            model?: string | null;
            /** Project Id */
            project_id?: string | null;
            /**
             * Replace Stated
             * @description Also where the producer stated a cost
             * @default false
             */
            replace_stated: boolean;
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * Repricing
         * @description A note on a repricing that was done.
         */
        Repricing: {
            /** Asked */
            asked: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Differences */
            differences: components["schemas"]["Difference"][];
            /** Id */
            id: number;
            /** Messages */
            messages: number;
            /**
             * New Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            new_cost: string;
            /**
             * Old Cost
             * @description USD, every digit
             * @example 1234.567890123
             */
            old_cost: string;
            /** Who */
            who: string;
        };
        /**
         * Retention
         * @description The oldest fact about a student against how long facts may be kept.
         */
        Retention: {
            /**
             * Detail
             * @description Why, and what to do
             * @example Nobody waits.
             */
            detail: string;
            /**
             * Keep Days
             * @description TIDEWATCH_KEEP_EVENTS_DAYS; null: for ever
             * @example 400
             */
            keep_days: number | null;
            /** Oldest Record */
            oldest_record: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "attention" | "breach";
            /**
             * Strangers
             * @description People of whom there are facts but no entry in the roster
             */
            strangers: number;
        };
        /**
         * RetryIn
         * @description For another try after `failed`.
         */
        RetryIn: {
            /**
             * Labels
             * @default []
             */
            labels: string[];
        };
        /**
         * Roster
         * @description Rows to add, or to bring up to date by their ids; nothing is removed. Up to 10,000 of a kind.
         */
        Roster: {
            /**
             * Classes
             * @default []
             */
            classes: components["schemas"]["ClassRow-Input"][];
            /**
             * Content
             * @default []
             */
            content: components["schemas"]["ContentRow-Input"][];
            /**
             * Courses
             * @default []
             */
            courses: components["schemas"]["CourseRow"][];
            /**
             * Enrolments
             * @default []
             */
            enrolments: components["schemas"]["EnrolmentRow"][];
            /**
             * Lessons
             * @default []
             */
            lessons: components["schemas"]["LessonRow"][];
            /**
             * People
             * @default []
             */
            people: components["schemas"]["PersonRow"][];
            /**
             * Quizzes
             * @default []
             */
            quizzes: components["schemas"]["QuizRow"][];
            /**
             * Schools
             * @default []
             */
            schools: components["schemas"]["SchoolRow"][];
        };
        /**
         * RosterAnswer
         * @description How many rows of each kind were taken, and left out: they name people who were erased.
         */
        RosterAnswer: {
            /**
             * Refused
             * @default {}
             * @example {
             *       "enrolments": 2,
             *       "people": 1
             *     }
             */
            refused: {
                [key: string]: number;
            };
            /**
             * Taken
             * @example {
             *       "enrolments": 240,
             *       "people": 120
             *     }
             */
            taken: {
                [key: string]: number;
            };
        };
        /**
         * Run
         * @description Days, or weeks, in a row with an activity.
         */
        Run: {
            /** Best */
            best: number;
            /**
             * Current
             * @description Up to today, or this week, which may still come
             */
            current: number;
            /**
             * Total
             * @description Active days, or weeks, in all
             */
            total: number;
        };
        /**
         * Said
         * @description A finding in a sentence, with the numbers it rests on.
         */
        Said: {
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            };
            /**
             * Kind
             * @enum {string}
             */
            kind: "change" | "direction" | "weekdays" | "peak" | "forecast" | "prices" | "too_little";
            /** Text */
            text: string;
        };
        /**
         * ScheduleIn
         * @description A report over the last day, seven days or month that are over, made again and again and sent.
         */
        ScheduleIn: {
            /**
             * At
             * @description Local time in `timezone`
             * @default 07:00
             */
            at: string;
            /**
             * Channel
             * @enum {string}
             */
            channel: "webhook" | "email";
            /**
             * Content Ids
             * @description Empty: everything
             */
            content_ids?: string[];
            /**
             * Currency
             * @description Of revenue; null: that of most sales
             */
            currency?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /**
             * Format
             * @description Of what is attached to a mail
             * @default csv
             * @enum {string}
             */
            format: "csv" | "json";
            /**
             * Group By
             * @description Rows: a bucket of time each, a piece of content each, or one
             * @default day
             * @enum {string}
             */
            group_by: "hour" | "day" | "week" | "month" | "content" | "none";
            /**
             * Metrics
             * @default [
             *       "views",
             *       "conversions",
             *       "revenue"
             *     ]
             */
            metrics: ("views" | "page_views" | "content_views" | "engaged_views" | "clicks" | "conversions" | "engagements" | "optimizations" | "revenue" | "engagement_rate" | "click_through_rate" | "conversion_rate" | "optimization_score")[];
            /**
             * Monthday
             * @description When monthly
             * @default 1
             */
            monthday: number;
            /** Name */
            name: string;
            /**
             * Period
             * @enum {string}
             */
            period: "daily" | "weekly" | "monthly";
            /**
             * Target
             * @description A URL, or a mail address
             * @example ada@example.org
             */
            target: string;
            /**
             * Timezone
             * @description IANA name
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * Weekday
             * @description When weekly: 0 Monday … 6 Sunday
             * @default 0
             */
            weekday: number;
        };
        /**
         * ScheduleOut
         * @description A schedule as it stands.
         */
        ScheduleOut: {
            /**
             * At
             * @description Local time in `timezone`
             * @default 07:00
             */
            at: string;
            /**
             * Channel
             * @enum {string}
             */
            channel: "webhook" | "email";
            /**
             * Content Ids
             * @description Empty: everything
             */
            content_ids?: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Currency
             * @description Of revenue; null: that of most sales
             */
            currency?: string | null;
            /**
             * Due At
             * @description When it is due next; null while it is not enabled
             */
            due_at: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /**
             * Format
             * @description Of what is attached to a mail
             * @default csv
             * @enum {string}
             */
            format: "csv" | "json";
            /**
             * Group By
             * @description Rows: a bucket of time each, a piece of content each, or one
             * @default day
             * @enum {string}
             */
            group_by: "hour" | "day" | "week" | "month" | "content" | "none";
            /** Id */
            id: number;
            /** Last Due */
            last_due: string | null;
            /**
             * Metrics
             * @default [
             *       "views",
             *       "conversions",
             *       "revenue"
             *     ]
             */
            metrics: ("views" | "page_views" | "content_views" | "engaged_views" | "clicks" | "conversions" | "engagements" | "optimizations" | "revenue" | "engagement_rate" | "click_through_rate" | "conversion_rate" | "optimization_score")[];
            /**
             * Monthday
             * @description When monthly
             * @default 1
             */
            monthday: number;
            /** Name */
            name: string;
            /**
             * Period
             * @enum {string}
             */
            period: "daily" | "weekly" | "monthly";
            /**
             * Target
             * @description A URL, or a mail address
             * @example ada@example.org
             */
            target: string;
            /**
             * Timezone
             * @description IANA name
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * Weekday
             * @description When weekly: 0 Monday … 6 Sunday
             * @default 0
             */
            weekday: number;
        };
        /**
         * School
         * @description A school.
         */
        School: {
            /**
             * Classes
             * @description Active ones
             */
            classes: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * External Id
             * @description Its id in another system
             */
            external_id?: string | null;
            /** Id */
            id: string;
            /**
             * Name
             * @example Lindenhof
             */
            name: string;
            /** Students */
            students: number;
            /** Teachers */
            teachers: number;
            /**
             * Timezone
             * @description Where its days begin
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        /**
         * SchoolIn
         * @description A new school.
         */
        SchoolIn: {
            /**
             * External Id
             * @description Its id in another system
             */
            external_id?: string | null;
            /**
             * Name
             * @example Lindenhof
             */
            name: string;
            /**
             * Timezone
             * @description Where its days begin
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        /**
         * SchoolRow
         * @description A school.
         */
        SchoolRow: {
            /**
             * External Id
             * @description The id in another system; statements may use it
             */
            external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Timezone
             * @default UTC
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * Week Start
             * @default monday
             * @enum {string}
             */
            week_start: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        /**
         * SecretOut
         * @description What signs the tenant's webhooks, as libraries for Standard Webhooks take it.
         */
        SecretOut: {
            /**
             * Secret
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string;
        };
        /**
         * Series
         * @description Measures over time.
         */
        Series: {
            /** Bucket */
            bucket: string;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Content Id */
            content_id: string | null;
            /**
             * Currency
             * @description ISO 4217; XXX: no currency was said
             * @example EUR
             */
            currency: string;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Points */
            points: components["schemas"]["Point"][];
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            totals: components["schemas"]["Measures"];
        };
        /**
         * SeriesOut
         * @description A metric with its labels.
         */
        SeriesOut: {
            /**
             * Id
             * @example 17
             */
            id: number;
            /**
             * Kind
             * @description gauge, counter, money or event
             * @example gauge
             */
            kind: string;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Newest
             * @description Time of the newest point: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            newest: string | null;
            /**
             * Stale
             * @description It has stopped
             */
            stale: boolean;
            /**
             * Step Seconds
             * @description Usual distance of its points, as learned
             * @example 10
             */
            step_seconds: number | null;
            /**
             * Unit
             * @example %
             */
            unit: string | null;
        };
        /**
         * SeriesPage
         * @description A page of series, by id.
         */
        SeriesPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["SeriesOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
        };
        /**
         * SeriesTrend
         * @description One group of series.
         */
        SeriesTrend: {
            /**
             * Band
             * @description With band=true, where the group is one series
             */
            band?: components["schemas"]["BandPoint"][] | null;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /** Points */
            points: components["schemas"]["PointOut"][];
            /**
             * Total
             * @description The aggregate over the whole range, not over its buckets
             * @example 0.5
             */
            total: number | null;
        };
        /**
         * SessionOut
         * @description A session. `project_id`: the one that was learned of it first.
         */
        SessionOut: {
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Messages */
            messages: number;
            /** Priced Messages */
            priced_messages: number;
            /** Project Id */
            project_id: string | null;
            /** Session Id */
            session_id: string;
            /**
             * Total Cost Exact
             * @description USD, every digit
             * @example 1234.567890123
             */
            total_cost_exact: string;
        };
        /**
         * Severity
         * @description How much an episode matters, from its calibrated score.
         * @enum {string}
         */
        Severity: "low" | "medium" | "high" | "critical";
        /**
         * ShortTrend
         * @description A line of the dashboard.
         */
        ShortTrend: {
            /**
             * Metric
             * @enum {string}
             */
            metric: "distance" | "duration" | "elevation" | "calories" | "activities" | "avg_hr" | "pace";
            /** Points */
            points: components["schemas"]["api__packs__fitness__schemas__TrendPoint"][];
            /** Unit */
            unit: string;
        };
        /**
         * SportShare
         * @description A kind of sport.
         */
        SportShare: {
            /** Activities */
            activities: number;
            /**
             * Share Pct
             * @description Of all kinds, in percent; null for avg_hr and pace
             */
            share_pct: number | null;
            /**
             * Sport Type
             * @example run
             */
            sport_type: string;
            /**
             * Value
             * @description In the unit of the trend
             */
            value: number | null;
        };
        /**
         * SportSummary
         * @description A kind of sport in the period.
         */
        SportSummary: {
            /** Activities */
            activities: number;
            /** Avg Hr */
            avg_hr: number | null;
            /** Calories */
            calories: number;
            /** Distance */
            distance: number;
            /** Duration */
            duration: number;
            /** Elevation */
            elevation: number;
            /** Pace */
            pace: number | null;
            /** Sport Type */
            sport_type: string;
        };
        /**
         * Step
         * @description A step of the funnel.
         */
        Step: {
            /**
             * Percent
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            percent: number | null;
            /**
             * Step
             * @example converted
             */
            step: string;
            /**
             * Visitors
             * @example 250
             */
            visitors: number;
        };
        /**
         * Streak
         * @description Windows in a row that were met: up to now, and the most there were. A window that goes on breaks nothing.
         */
        Streak: {
            /**
             * Best
             * @example 7
             */
            best: number;
            /**
             * Current
             * @example 3
             */
            current: number;
        };
        /**
         * StreaksOut
         * @description Of all activities of the kinds asked for, whatever the period; each in the zone in which it took place.
         */
        StreaksOut: {
            days: components["schemas"]["Run"];
            /**
             * Timezone
             * @description Of the newest activity: where today is
             */
            timezone: string;
            weeks: components["schemas"]["Run"];
        };
        /**
         * StudentProgress
         * @description How far a student is. Percent; null: nothing begun, or no lessons to do.
         */
        StudentProgress: {
            /** Class Id */
            class_id: string | null;
            /**
             * Completed Lessons
             * @description Progress of 100 % or more
             */
            completed_lessons: number;
            /**
             * Course Progress
             * @description The same over all lessons of their active classes' courses; one that is not begun counts 0
             */
            course_progress: number | null;
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /** Name */
            name: string;
            /**
             * Overall Progress
             * @description Mean progress of the lessons that they have begun, %
             */
            overall_progress: number | null;
            /**
             * Participants
             * @description How many have XP there
             */
            participants: number;
            /**
             * Rank
             * @description By XP of all time in the school (or class); equals share one; null: no XP
             */
            rank: number | null;
            /** Started Lessons */
            started_lessons: number;
            /** Student Id */
            student_id: string;
            /**
             * Total Lessons
             * @description Lessons of the courses of their active classes (or of the class)
             */
            total_lessons: number;
            /** Username */
            username: string;
            /**
             * Xp Earned
             * @description Of all time
             * @example 1240
             */
            xp_earned: number;
        };
        /**
         * Subject
         * @description A course that the student has begun.
         */
        Subject: {
            /**
             * Completion
             * @description topics_completed / total_topics, %
             */
            completion: number | null;
            /** Course */
            course: string;
            /** Course Id */
            course_id: string;
            /**
             * Mastery
             * @description Mean progress of its begun lessons, %
             * @example 72.5
             */
            mastery: number;
            /** Subject */
            subject: string;
            /**
             * Topics Completed
             * @description Lessons with a progress of 100 % or more
             */
            topics_completed: number;
            /** Topics Started */
            topics_started: number;
            /**
             * Total Topics
             * @description Lessons of the course
             */
            total_topics: number;
        };
        /**
         * SubjectMastery
         * @description By subject, then course.
         */
        SubjectMastery: {
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /** Subjects */
            subjects: components["schemas"]["Subject"][];
        };
        /**
         * Summary
         * @description Every number is of the same students and the same range. Null: there was nothing to average.
         */
        Summary: {
            /**
             * Average Progress
             * @description Mean progress of lessons last reported on in the range, %
             */
            average_progress: number | null;
            /**
             * Average Quiz Score
             * @description Mean score of the attempts, %
             */
            average_quiz_score: number | null;
            /**
             * Average Xp Per User
             * @description total_xp / total_active_users
             */
            average_xp_per_user: number | null;
            /** Class Id */
            class_id: string | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Completions
             * @description Lessons that a student completed for the first time
             */
            completions: number;
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Quiz Attempts */
            quiz_attempts: number;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total Active Users
             * @description Different students with an activity
             */
            total_active_users: number;
            /** Total Activities */
            total_activities: number;
            /** Total Students */
            total_students: number;
            /** Total Xp */
            total_xp: number;
        };
        /**
         * SummaryItem
         * @description A measure of the period.
         */
        SummaryItem: {
            /**
             * Before
             * @description Of the time before
             */
            before: number | null;
            /**
             * Change Pct
             * @description In percent; null unless trend_basis is ok
             */
            change_pct: number | null;
            /**
             * Metric
             * @enum {string}
             */
            metric: "distance" | "duration" | "elevation" | "calories" | "activities" | "avg_hr" | "pace";
            /**
             * Trend Basis
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * SummaryOut
         * @description The period in short.
         */
        SummaryOut: {
            /**
             * Active Buckets
             * @description Buckets with an activity
             */
            active_buckets: number;
            /**
             * Athletes
             * @description With an activity; null where one is asked for
             */
            athletes: number | null;
            /**
             * Compared From
             * @description RFC 3339 with the zone's offset
             */
            compared_from: string;
            /**
             * Compared To
             * @description RFC 3339 with the zone's offset
             */
            compared_to: string;
            /** Metrics */
            metrics: components["schemas"]["SummaryItem"][];
        };
        /**
         * SystemInsight
         * @description An insight with what can be done about it.
         */
        SystemInsight: {
            /**
             * Active
             * @description It is still found, and has not expired
             */
            active: boolean;
            /**
             * Category
             * @example change
             */
            category: string;
            /**
             * Closed At
             * @description Since when it is no longer found: RFC 3339, UTC
             */
            closed_at: string | null;
            /**
             * Confidence
             * @description 0 to 1: how sure it is
             * @example 0.98
             */
            confidence: number;
            /**
             * Created At
             * @description When it was found first: RFC 3339, UTC
             */
            created_at: string;
            /**
             * Description
             * @description In words, with numbers
             */
            description: string;
            /**
             * Expires At
             * @description When it goes, unless it is found again: RFC 3339, UTC
             */
            expires_at: string;
            /**
             * Impact Score
             * @description 0 to 1: how much it matters
             * @example 0.4
             */
            impact_score: number;
            /**
             * Insight Id
             * @example 5f0c2f4e1d7a9b3c8e6d4f2a1b
             */
            insight_id: string;
            /**
             * Labels
             * @example {
             *       "host": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metadata
             * @description The numbers behind it
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /**
             * Model
             * @description What found it
             * @example change_points
             */
            model: string;
            /** Recommendations */
            recommendations: components["schemas"]["ActionableRecommendation"][];
            /**
             * Revised At
             * @description When what it says last changed: RFC 3339, UTC
             */
            revised_at: string;
            /**
             * Series Id
             * @description Null where it concerns more than one series
             * @example 17
             */
            series_id: number | null;
            severity: components["schemas"]["Severity"];
            /**
             * Since
             * @description The data it speaks of begin here: RFC 3339, UTC
             * @example 2026-01-01T00:00:00+00:00
             */
            since: string;
            /**
             * Title
             * @example cpu.load on host=a has a new level
             */
            title: string;
            /**
             * Unit
             * @example %
             */
            unit: string | null;
            /**
             * Until
             * @description … and end here: RFC 3339, UTC
             */
            until: string;
        };
        /**
         * SystemInsightsResponse
         * @description A page of insights, newest first.
         */
        SystemInsightsResponse: {
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /** Insights */
            insights: components["schemas"]["SystemInsight"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
            /** Severity Distribution */
            severity_distribution: {
                [key: string]: number;
            };
            summary: components["schemas"]["InsightsSummary"];
            /**
             * Total Insights
             * @description On all pages
             * @example 4
             */
            total_insights: number;
        };
        /**
         * Target
         * @description Where a message goes.
         */
        Target: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "email" | "sms" | "webhook";
            /**
             * Target
             * @example ada@example.org
             */
            target: string;
        };
        /**
         * Template
         * @description What to say of insights that fit. `severity`: this or worse.
         */
        Template: {
            action?: components["schemas"]["ActionTemplate"] | null;
            /**
             * Category
             * @default *
             * @example change
             */
            category: string;
            /** Estimated Impact */
            estimated_impact?: string | null;
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             * @example *battery.*
             */
            metric: string;
            /** @default medium */
            severity: components["schemas"]["Severity"];
            /**
             * Text
             * @description May hold {title}, {metric}, {device}, {severity}
             */
            text: string;
        };
        /**
         * TemplateOut
         * @description A template of recommendations.
         */
        TemplateOut: {
            action?: components["schemas"]["ActionTemplate"] | null;
            /**
             * Category
             * @default *
             * @example change
             */
            category: string;
            /**
             * Changed At
             * Format: date-time
             * @description RFC 3339, UTC
             */
            changed_at: string;
            /** Estimated Impact */
            estimated_impact?: string | null;
            /**
             * Metric
             * @description `*` stands for anything
             * @default *
             * @example *battery.*
             */
            metric: string;
            /**
             * Name
             * @example warm-room
             */
            name: string;
            /** @default medium */
            severity: components["schemas"]["Severity"];
            /**
             * Text
             * @description May hold {title}, {metric}, {device}, {severity}
             */
            text: string;
            /**
             * Version
             * @description Grows with every change; also the ETag
             * @example 3
             */
            version: number;
        };
        /**
         * TestIn
         * @description Whom to send a message that only says that messages arrive.
         */
        TestIn: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "webhook" | "email" | "sms";
            /**
             * Target
             * @description A URL, a mail address, or a number such as +4915112345678
             * @example https://example.org/hook
             */
            target: string;
        };
        /**
         * ThresholdIn
         * @description Levels of a metric. At or beyond one an alert opens at once: medium for a warning, critical for the other.
         */
        ThresholdIn: {
            /**
             * Critical Above
             * @example 95
             */
            critical_above?: number | null;
            /** Critical Below */
            critical_below?: number | null;
            /**
             * Hysteresis
             * @default 0
             * @example 2
             */
            hysteresis: number;
            /**
             * Labels
             * @example {
             *       "device": "coach-1"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            /**
             * Metric
             * @description `*` stands for anything
             */
            metric: string;
            /**
             * Note
             * @description For people
             */
            note?: string | null;
            /**
             * Warn Above
             * @example 80
             */
            warn_above?: number | null;
            /** Warn Below */
            warn_below?: number | null;
        };
        /**
         * ThresholdOut
         * @description Levels that are in force. It is the policy `threshold.<name>` as well.
         */
        ThresholdOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Changed By
             * @example ada@example.org
             */
            changed_by: string;
            /**
             * Critical Above
             * @example 95
             */
            critical_above?: number | null;
            /** Critical Below */
            critical_below?: number | null;
            /**
             * Hysteresis
             * @default 0
             * @example 2
             */
            hysteresis: number;
            /**
             * Labels
             * @example {
             *       "device": "coach-1"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            /**
             * Metric
             * @description `*` stands for anything
             */
            metric: string;
            /**
             * Name
             * @example hot
             */
            name: string;
            /**
             * Note
             * @description For people
             */
            note?: string | null;
            /**
             * Warn Above
             * @example 80
             */
            warn_above?: number | null;
            /** Warn Below */
            warn_below?: number | null;
        };
        /**
         * Today
         * @description What a user did on one day of UTC.
         */
        Today: {
            /**
             * As Of
             * Format: date-time
             * @description What was received before is in
             */
            as_of: string;
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /**
             * Content Optimized
             * @example 250
             */
            content_optimized: number;
            /**
             * Content Views
             * @example 250
             */
            content_views: number;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Date
             * @example 2026-01-31
             */
            date: string;
            /**
             * Engagements
             * @example 250
             */
            engagements: number;
            /**
             * Page Views
             * @example 250
             */
            page_views: number;
            /** Revenue By Currency */
            revenue_by_currency: {
                [key: string]: string;
            };
            /**
             * Source
             * @description redis or database
             * @example redis
             */
            source: string;
            /** User Id */
            user_id: string;
        };
        /**
         * TokenDataPoint
         * @description A bucket.
         */
        TokenDataPoint: {
            /** Cache Read Tokens */
            cache_read_tokens: number | null;
            /** Cache Write 1H Tokens */
            cache_write_1h_tokens: number | null;
            /** Cache Write 5M Tokens */
            cache_write_5m_tokens: number | null;
            /** Input Tokens */
            input_tokens: number | null;
            /** Message Count */
            message_count: number;
            /** Output Tokens */
            output_tokens: number | null;
            /** Partial */
            partial: boolean;
            /**
             * Timestamp
             * Format: date-time
             */
            timestamp: string;
            /** Total Tokens */
            total_tokens: number | null;
        };
        /**
         * TokensOut
         * @description `expires_in`: seconds. The refresh token is good for one use.
         */
        TokensOut: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type: "bearer";
        };
        /**
         * TokenUsageStats
         * @description Tokens over time. Averages are over messages that state tokens.
         */
        TokenUsageStats: {
            /** Avg Input Tokens Per Message */
            avg_input_tokens_per_message: number;
            /** Avg Output Tokens Per Message */
            avg_output_tokens_per_message: number;
            /**
             * Cache Hit Percent
             * @description Read from a cache, of all that prompts held
             */
            cache_hit_percent: number | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Data Points */
            data_points: components["schemas"]["TokenDataPoint"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Group By */
            group_by: string;
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /** Tokened Messages */
            tokened_messages: number;
            /** Total Cache Read Tokens */
            total_cache_read_tokens: number;
            /** Total Cache Write 1H Tokens */
            total_cache_write_1h_tokens: number;
            /** Total Cache Write 5M Tokens */
            total_cache_write_5m_tokens: number;
            /** Total Input Tokens */
            total_input_tokens: number;
            /** Total Messages */
            total_messages: number;
            /** Total Output Tokens */
            total_output_tokens: number;
        };
        /**
         * TopContent
         * @description A piece of content among those most seen.
         */
        TopContent: {
            /**
             * Clicks
             * @example 250
             */
            clicks: number;
            /**
             * Content Id
             * @example 123
             */
            content_id: string;
            /**
             * Conversion Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            conversion_rate: number | null;
            /**
             * Conversions
             * @example 250
             */
            conversions: number;
            /**
             * Engagement Rate
             * @description Percent, rounded to 2 digits
             * @example 4.8
             */
            engagement_rate: number | null;
            /** Revenue */
            revenue: number;
            /**
             * Revenue Exact
             * @description To the last digit
             * @example 4499.55
             */
            revenue_exact: string;
            /**
             * Title
             * @description If the content service told it
             */
            title: string | null;
            /**
             * Views
             * @example 250
             */
            views: number;
        };
        /**
         * TransitionOut
         * @description A change of an alert's state.
         */
        TransitionOut: {
            /**
             * Alert
             * @description The alert as it was then
             */
            alert: components["schemas"]["AlertOut"] | {
                [key: string]: unknown;
            };
            /**
             * At
             * @description RFC 3339, UTC
             */
            at: string;
            /**
             * Seq
             * @example 813
             */
            seq: number;
            severity: components["schemas"]["Severity"];
            /**
             * State
             * @enum {string}
             */
            state: "opened" | "raised" | "revised" | "closed" | "retracted";
        };
        /**
         * TrendComparison
         * @description The total beside that of the time before.
         */
        TrendComparison: {
            /** Activities */
            activities: number;
            /**
             * Change
             * @description Total minus total before
             */
            change: number | null;
            /**
             * Change Pct
             * @description In percent; null unless trend_basis is ok
             * @example 12.5
             */
            change_pct: number | null;
            /** Direction */
            direction: ("up" | "down" | "flat") | null;
            /**
             * From
             * @description RFC 3339 with the zone's offset
             */
            from: string;
            /**
             * To
             * @description RFC 3339 with the zone's offset
             */
            to: string;
            /**
             * Total
             * @description Of the time before
             */
            total: number | null;
            /**
             * Trend Basis
             * @description no_baseline: nothing before, or no activity as early. partial: data waits
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
        };
        /**
         * TrendOut
         * @description A metric over time.
         */
        TrendOut: {
            /**
             * Agg
             * @example avg
             */
            agg: string;
            /**
             * Bucket
             * @description raw, 15m, 1h, day, week or month
             * @example day
             */
            bucket: string;
            comparison: components["schemas"]["ComparisonOut"] | null;
            /**
             * Complete Through
             * @description Up to here the answer is final, but for late points
             */
            complete_through: string | null;
            /**
             * From
             * @description Inside the range: RFC 3339 with the zone's offset
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * @example 2026-01-08T09:00:00.000+00:00
             */
            generated_at: string;
            /**
             * Kind
             * @description gauge, counter, money or event; null where series disagree
             * @example gauge
             */
            kind: string | null;
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
            /** Series */
            series: components["schemas"]["SeriesTrend"][];
            /**
             * Source
             * @description The rollup that answered, or samples
             * @example samples_15m
             */
            source: string;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339 with the zone's offset
             * @example 2026-01-08T00:00:00+01:00
             */
            to: string;
            /**
             * Unit
             * @description Null where series disagree or say none
             * @example %
             */
            unit: string | null;
            /** Warnings */
            warnings: string[];
        };
        /**
         * TrendsSummary
         * @description The answer in short.
         */
        TrendsSummary: {
            /**
             * Alerts Open
             * @description Alerts that are open now, by severity
             */
            alerts_open: {
                [key: string]: number;
            };
            /**
             * Anomalies
             * @example 2
             */
            anomalies: number;
            /** Directions */
            directions: {
                [key: string]: number;
            };
            /**
             * Headline
             * @description In a sentence
             */
            headline: string;
            /**
             * Metrics
             * @example 5
             */
            metrics: number;
            /**
             * Metrics Matching
             * @description More than `metrics`: narrow the question to see the others
             */
            metrics_matching: number;
            /**
             * Points
             * @description Raw points behind the answer
             * @example 7200
             */
            points: number;
        };
        /**
         * Unpriced
         * @description A model whose messages have no cost.
         */
        Unpriced: {
            /** Input Tokens */
            input_tokens: number;
            /** Messages */
            messages: number;
            /** Model */
            model: string;
            /** Output Tokens */
            output_tokens: number;
        };
        /**
         * UsageTrends
         * @description A metric over time, and what is to be said of it. `change` is null but for trend_basis ok.
         */
        UsageTrends: {
            /** Change Percent */
            change_percent: number | null;
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /** Data Points */
            data_points: components["schemas"]["api__packs__llm__shapes_more__TrendPoint"][];
            /** Forecast */
            forecast: components["schemas"]["api__packs__llm__shapes_more__ForecastPoint"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /** Group By */
            group_by: string;
            /** Insights */
            insights: components["schemas"]["Said"][];
            /**
             * Metric
             * @enum {string}
             */
            metric: "messages" | "costs" | "sessions" | "response_time";
            /** Previous Total */
            previous_total: number | null;
            /**
             * Time Range
             * @enum {string}
             */
            time_range: "24h" | "7d" | "30d" | "90d" | "1y" | "all" | "custom";
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Total
             * @description Sum of the range; distinct sessions; the mean of response times
             */
            total: number | null;
            /** Total Exact */
            total_exact: string | null;
            trend: components["schemas"]["Direction"];
            /**
             * Trend Basis
             * @enum {string}
             */
            trend_basis: "ok" | "no_baseline" | "partial";
            /** Unit */
            unit: string;
            /** Weekdays */
            weekdays: components["schemas"]["Weekday"][];
        };
        /**
         * User
         * @description A person of the roster.
         */
        User: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Email
             * @example ada@example.org
             */
            email: string | null;
            /**
             * First Name
             * @example Ada
             */
            first_name: string;
            /**
             * Id
             * @example 0b6f2c1e-8a44-4d9b-9f3e-2f1f5a0c7d11
             */
            id: string;
            /** Last Login */
            last_login: string | null;
            /**
             * Last Name
             * @example Berg
             */
            last_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "ADMIN" | "TEACHER" | "STUDENT";
            /** School Id */
            school_id: string | null;
            /**
             * Username
             * @example ada
             */
            username: string;
        };
        /**
         * UserChange
         * @description What is left out stays.
         */
        UserChange: {
            /** Disabled */
            disabled?: boolean | null;
            /**
             * Person
             * @description The user_id under which events name this user
             */
            person?: string | null;
            /** Role */
            role?: ("member" | "viewer" | "operator" | "admin") | null;
        };
        /**
         * UserDetail
         * @description A person with what their role has to show.
         */
        UserDetail: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Email
             * @example ada@example.org
             */
            email: string | null;
            /**
             * First Name
             * @example Ada
             */
            first_name: string;
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            /**
             * Id
             * @example 0b6f2c1e-8a44-4d9b-9f3e-2f1f5a0c7d11
             */
            id: string;
            /**
             * Last Active
             * @description Their newest activity
             */
            last_active: string | null;
            /** Last Login */
            last_login: string | null;
            /**
             * Last Name
             * @example Berg
             */
            last_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "ADMIN" | "TEACHER" | "STUDENT";
            /** School Id */
            school_id: string | null;
            stats: components["schemas"]["UserStats"];
            /**
             * Username
             * @example ada
             */
            username: string;
        };
        /**
         * UserIn
         * @description A new user.
         */
        UserIn: {
            /** Email */
            email: string;
            /**
             * Password
             * @description At least 12 characters.
             */
            password: string;
            /**
             * Person
             * @description The user_id under which events name this user
             */
            person?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "member" | "viewer" | "operator" | "admin";
        };
        /**
         * UserOut
         * @description A user.
         */
        UserOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Disabled At */
            disabled_at: string | null;
            /** Email */
            email: string;
            /** Id */
            id: number;
            /** Person */
            person: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "member" | "viewer" | "operator" | "admin";
        };
        /**
         * UserStats
         * @description What the role has to show; null for other roles. Of active classes.
         */
        UserStats: {
            /**
             * Total Classes
             * @description Teachers: classes they teach
             */
            total_classes: number | null;
            /**
             * Total Enrollments
             * @description Students: classes they are in
             * @example 4
             */
            total_enrollments: number | null;
            /**
             * Total Students
             * @description Teachers: different students in them
             */
            total_students: number | null;
            /**
             * Total Xp
             * @description Students: XP of all time
             * @example 1820
             */
            total_xp: number | null;
        };
        /**
         * Variable
         * @description A row and column of the matrix.
         */
        Variable: {
            /**
             * Key
             * @example cpu.load{device=a}
             */
            key: string;
            /**
             * Labels
             * @example {
             *       "device": "a"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * Metric
             * @example cpu.load
             */
            metric: string;
        };
        /**
         * Viewed
         * @description A lesson that was looked at.
         */
        Viewed: {
            /**
             * Average Progress
             * @description Mean progress of students who have begun it, now, %
             */
            average_progress: number | null;
            /** Course */
            course: string;
            /** Course Id */
            course_id: string;
            /** Lesson */
            lesson: string;
            /** Lesson Id */
            lesson_id: string;
            /**
             * Viewers
             * @description Different students of them
             */
            viewers: number;
            /**
             * Views
             * @description Activities that name the lesson, or what it is made of
             */
            views: number;
        };
        /**
         * Weekday
         * @description An average whole day of the week; 0: Monday.
         */
        Weekday: {
            /** Day Of Week */
            day_of_week: number;
            /** Days */
            days: number;
            /** Mean */
            mean: number | null;
        };
        /**
         * WeeklyXp
         * @description The last 7 local days, of which today is one.
         */
        WeeklyXp: {
            /**
             * Complete Through
             * @description Everything received that happened before is in the answer
             */
            complete_through: string;
            /**
             * Daily Average
             * @description week_total / 7
             */
            daily_average: number;
            /**
             * Days
             * @description 7, oldest first
             */
            days: components["schemas"]["api__packs__learning__own__Day"][];
            /**
             * From
             * @description Inside the range: RFC 3339
             * @example 2026-01-01T00:00:00+01:00
             */
            from: string;
            /**
             * Generated At
             * Format: date-time
             * @description When the answer was made, in UTC
             */
            generated_at: string;
            /**
             * Streak
             * @description Days on end with an activity, up to today, or to yesterday while today has none
             */
            streak: number;
            /**
             * Timezone
             * @example Europe/Berlin
             */
            timezone: string;
            /**
             * To
             * @description Outside the range: RFC 3339
             * @example 2026-02-01T00:00:00+01:00
             */
            to: string;
            /**
             * Week Total
             * @description XP of the 7 days
             */
            week_total: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_alerts_api_v1_alerts_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description This or worse */
                severity?: components["schemas"]["Severity"] | null;
                state?: ("opened" | "raised" | "revised" | "closed" | "retracted") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_alert_api_v1_alerts__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertHistory"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such alert. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_anomalies_api_v1_anomalies_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description RFC 3339 or epoch: not over before then */
                from?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                /** @description This or worse */
                severity?: components["schemas"]["Severity"] | null;
                state?: ("open" | "closed" | "retracted") | null;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EpisodePage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_api_v1_audit_get: {
        parameters: {
            query?: {
                /** @description An action, or how it begins */
                action?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Exactly this object */
                object?: string | null;
                /** @description The same; outside the range; now, if not said */
                stop?: string | null;
                who?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_AuditEntry_"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_audit_api_v1_audit_verify_get: {
        parameters: {
            query?: {
                /** @description And its hash */
                hash?: string | null;
                /** @description Number of an entry that was noted before */
                seq?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerified"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login_api_v1_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout_api_v1_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_api_v1_auth_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password_api_v1_auth_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_api_v1_auth_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many attempts. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboard_api_v1_content_dashboard_get: {
        parameters: {
            query?: {
                /** @description Of the revenue that is shown; absent: that of most sales */
                currency?: string | null;
                /** @description Local days up to now, today is the last; if from is not said */
                days?: number;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description Pieces of content */
                top?: number;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api__packs__content__shapes__Dashboard"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_items_api_v1_content_items_get: {
        parameters: {
            query?: {
                /** @description Of the revenue that is shown; absent: that of most sales */
                currency?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Local days up to now, today is the last; if from is not said */
                days?: number;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description The largest first */
                sort?: "views" | "clicks" | "conversions" | "revenue" | "engagements";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranked"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    item_api_v1_content_items__content_id__get: {
        parameters: {
            query?: {
                /** @description Of the revenue that is shown; absent: that of most sales */
                currency?: string | null;
                /** @description Local days up to now, today is the last; if from is not said */
                days?: number;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path: {
                content_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Performance"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_metadata_api_v1_content_metadata_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_MetadataOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_metadata_api_v1_content_metadata__content_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                content_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_metadata_api_v1_content_metadata__content_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                content_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetadataIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_metadata_api_v1_content_metadata__content_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                content_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reports_api_v1_content_reports_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Of this schedule */
                schedule?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ReportListed_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_report_api_v1_content_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_report_api_v1_content_reports__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_report_api_v1_content_reports__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_report_api_v1_content_reports__id__download_get: {
        parameters: {
            query?: {
                format?: "csv" | "json";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/csv": unknown;
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schedules_api_v1_content_reports_schedules_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ScheduleOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_schedule_api_v1_content_reports_schedules_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_schedule_api_v1_content_reports_schedules__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_schedule_api_v1_content_reports_schedules__id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_schedule_api_v1_content_reports_schedules__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    series_api_v1_content_series_get: {
        parameters: {
            query?: {
                bucket?: "hour" | "day" | "week" | "month";
                /** @description Of this piece of content alone */
                content_id?: string | null;
                /** @description Of the revenue that is shown; absent: that of most sales */
                currency?: string | null;
                /** @description Local days up to now, today is the last; if from is not said */
                days?: number;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    today_api_v1_content_today_get: {
        parameters: {
            query: {
                /** @description Of UTC; today, if not said */
                date?: string | null;
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deliveries_api_v1_deliveries_get: {
        parameters: {
            query?: {
                /** @description Only these */
                channel?: ("webhook" | "email" | "sms") | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only these */
                state?: ("waiting" | "sent" | "failed" | "dead") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_DeliveryOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_delivery_api_v1_deliveries__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_delivery_api_v1_deliveries__id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_test_api_v1_deliveries_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhook_secret_api_v1_deliveries_webhook_secret_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretOut"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_webhook_secret_api_v1_deliveries_webhook_secret_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretOut"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ingest_events_api_v1_events_post: {
        parameters: {
            query?: {
                /** @description Whether these points are history: learned from, anomalies remembered, nobody alerted. `auto`: those older than a day (TIDEWATCH_ALERT_MAX_AGE) when they come. `false`: none of them, however old. */
                history?: "auto" | "true" | "false";
            };
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Events */
                    events: {
                        /**
                         * Content Id
                         * @example 123456
                         */
                        content_id?: string | null;
                        /**
                         * Event Id
                         * @description Absent: made up, and a repeat is a new event
                         */
                        event_id?: string | null;
                        /**
                         * Event Type
                         * @example content_view
                         */
                        event_type: string;
                        /**
                         * Properties
                         * @description Up to 32 KiB of JSON, 10 levels deep
                         * @example {
                         *       "revenue": 99.99,
                         *       "source": "homepage"
                         *     }
                         */
                        properties?: {
                            [key: string]: unknown;
                        } | null;
                        /**
                         * Session Id
                         * @example session456
                         */
                        session_id?: string | null;
                        /**
                         * Timestamp
                         * @description RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead; absent: now
                         */
                        timestamp?: string | number | null;
                        /**
                         * User Id
                         * @example user123
                         */
                        user_id?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Durable. What became of each row. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_activities_api_v1_fitness_activities_get: {
        parameters: {
            query?: {
                /** @description One athlete; without the scope read: oneself */
                athlete?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Kinds of sport; repeat for several; absent: all */
                sport_type?: string[] | null;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_activity_api_v1_fitness_activities_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityTaken"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_activity_api_v1_fitness_activities__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such activity. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_activity_api_v1_fitness_activities__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This activity is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such activity. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is being changed just now, or its event was dropped by retention. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct_activity_api_v1_fitness_activities__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityFields"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityTaken"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This activity is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such activity. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is being changed just now, or its event was dropped by retention. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_dashboard_api_v1_fitness_dashboard_get: {
        parameters: {
            query?: {
                /** @description One athlete; without the scope read: oneself */
                athlete?: string | null;
                /** @description auto: by the period */
                bucket?: "auto" | "1h" | "day" | "week" | "month" | "quarter" | "year";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description The one that is going on, instead of from and to; month if nothing is said */
                period?: ("day" | "week" | "month" | "quarter" | "year") | null;
                /** @description Kinds of sport; repeat for several; absent: all */
                sport_type?: string[] | null;
                /** @description IANA name; absent: that of the athlete's newest activity, else UTC */
                timezone?: string | null;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessDashboard"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_milestones_api_v1_fitness_milestones_get: {
        parameters: {
            query?: {
                athlete?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description The one that is going on, instead of from and to; month if nothing is said */
                period?: ("day" | "week" | "month" | "quarter" | "year") | null;
                /** @description Of this kind alone */
                sport_type?: string | null;
                status?: ("upcoming" | "active" | "at_risk" | "achieved" | "exceeded" | "missed") | null;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                window?: ("once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessMilestonePage"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_milestone_api_v1_fitness_milestones_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitnessMilestoneIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessMilestone"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_milestone_api_v1_fitness_milestones__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessMilestone"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_milestone_api_v1_fitness_milestones__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_milestone_api_v1_fitness_milestones__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitnessMilestonePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessMilestone"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This milestone is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    records_api_v1_fitness_records_get: {
        parameters: {
            query?: {
                /** @description Whose; a member: oneself */
                athlete?: string | null;
                /** @description Kinds of sport; repeat for several; absent: all */
                sport_type?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordsOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_trends_api_v1_fitness_trends_get: {
        parameters: {
            query?: {
                /** @description One athlete; without the scope read: oneself */
                athlete?: string | null;
                /** @description auto: by the period */
                bucket?: "auto" | "1h" | "day" | "week" | "month" | "quarter" | "year";
                compare?: "previous" | "none";
                /** @description Buckets without activities; absent: zero, but null for avg_hr and pace */
                fill?: ("none" | "zero" | "null" | "locf" | "linear") | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description pace: s/km over all; avg_hr: weighted by duration */
                metric?: "distance" | "duration" | "elevation" | "calories" | "activities" | "avg_hr" | "pace";
                /** @description The one that is going on, instead of from and to; month if nothing is said */
                period?: ("day" | "week" | "month" | "quarter" | "year") | null;
                /** @description Kinds of sport; repeat for several; absent: all */
                sport_type?: string[] | null;
                /** @description IANA name; absent: that of the athlete's newest activity, else UTC */
                timezone?: string | null;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FitnessTrends"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_flags_api_v1_flags_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_FlagOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_flag_api_v1_flags__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_flag_api_v1_flags__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_flag_api_v1_flags__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_forecasts_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Hours from now; all, if not said */
                horizon?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_groups_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ingest_points_api_v1_ingest_post: {
        parameters: {
            query?: {
                /** @description Whether these points are history: learned from, anomalies remembered, nobody alerted. `auto`: those older than a day (TIDEWATCH_ALERT_MAX_AGE) when they come. `false`: none of them, however old. */
                history?: "auto" | "true" | "false";
            };
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Series */
                    series: {
                        /**
                         * Kind
                         * @description How numbers fold; gauge if not said
                         */
                        kind?: ("gauge" | "counter" | "money") | null;
                        /**
                         * Labels
                         * @description At most 32; names up to 100 characters, values up to 300; names do not start with __
                         * @example {
                         *       "host": "a"
                         *     }
                         */
                        labels?: {
                            [key: string]: string;
                        } | null;
                        /**
                         * Metric
                         * @example cpu.load
                         */
                        metric: string;
                        /**
                         * T
                         * @description RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead
                         * @example [
                         *       1767225600000,
                         *       1767225601000
                         *     ]
                         */
                        t: (string | number)[];
                        /**
                         * Unit
                         * @description Such as %, ms, USD; kept from the first time that a series is named
                         * @example %
                         */
                        unit?: string | null;
                        /**
                         * V
                         * @description Finite numbers, in the series' unit
                         * @example [
                         *       0.5,
                         *       0.52
                         *     ]
                         */
                        v: number[];
                    }[];
                } | {
                    /** Points */
                    points: {
                        /**
                         * Kind
                         * @description How numbers fold; gauge if not said
                         */
                        kind?: ("gauge" | "counter" | "money") | null;
                        /**
                         * Labels
                         * @description At most 32; names up to 100 characters, values up to 300; names do not start with __
                         * @example {
                         *       "host": "a"
                         *     }
                         */
                        labels?: {
                            [key: string]: string;
                        } | null;
                        /**
                         * Metric
                         * @example cpu.load
                         */
                        metric: string;
                        /**
                         * T
                         * @description RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead
                         * @example 2026-01-01T00:00:00Z
                         */
                        t: string | number;
                        /**
                         * Unit
                         * @description Such as %, ms, USD; kept from the first time that a series is named
                         * @example %
                         */
                        unit?: string | null;
                        /**
                         * V
                         * @description A finite number, in the series' unit
                         * @example 0.5
                         */
                        v: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Durable. What became of each row. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_insights_get: {
        parameters: {
            query?: {
                /** @description Still found, or no longer; both, if not said */
                active?: boolean | null;
                category?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                min_confidence?: number;
                /** @description This or worse */
                severity?: components["schemas"]["Severity"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_it_api_v1_insights__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such insight. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_keys_api_v1_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_KeyOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_key_api_v1_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_key_api_v1_keys__key_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_key_api_v1_keys__key_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_key_api_v1_keys__key_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyName"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboard_api_v1_learning_analytics_dashboard_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                /** @description At most so many */
                limit?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                time_range?: "day" | "week" | "month" | "year";
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api__packs__learning__dashboard__Dashboard"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_v1_learning_analytics_overview_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                /** @description Local days up to today, which counts */
                days?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    realtime_api_v1_learning_analytics_realtime_get: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Realtime"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    student_progress_api_v1_learning_analytics_student_progress_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                /** @description A UUID; yourself, if not said */
                student_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudentProgress"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subject_mastery_api_v1_learning_analytics_subject_mastery_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectMastery"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summary_api_v1_learning_analytics_summary_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                end_date?: string | null;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                start_date?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    content_api_v1_learning_analytics_trends_content_get: {
        parameters: {
            query?: {
                /** @description Local days up to today, which counts */
                days?: number;
                /** @description At most so many */
                limit?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentTrend"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    engagement_api_v1_learning_analytics_trends_engagement_get: {
        parameters: {
            query?: {
                /** @description Local days up to today, which counts */
                days?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementTrend"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    weekly_xp_api_v1_learning_analytics_weekly_xp_get: {
        parameters: {
            query?: {
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeeklyXp"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_classes_api_v1_learning_classes_get: {
        parameters: {
            query?: {
                /** @description Items a page */
                limit?: number;
                /** @description Items before this page */
                offset?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_Class_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compliance_api_v1_learning_compliance_status_get: {
        parameters: {
            query?: {
                purpose?: string;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compliance"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaderboard_api_v1_learning_gamification_leaderboard_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                /** @description At most so many */
                limit?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                timeframe?: "day" | "week" | "month" | "all";
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaderboard"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    at_risk_api_v1_learning_insights_at_risk_get: {
        parameters: {
            query?: {
                /** @description Only students of this class (a UUID) */
                class_id?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only those with so high a score */
                min_score?: number;
                /** @description Items before this page */
                offset?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_AtRisk_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_classes_api_v1_learning_insights_classes_get: {
        parameters: {
            query?: {
                /** @description Local days up to today, which counts */
                days?: number;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description IANA name; your school's, if not said */
                timezone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api__packs__learning__insights__Comparison"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_roster_api_v1_learning_roster_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Roster"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterAnswer"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schools_api_v1_learning_schools_get: {
        parameters: {
            query?: {
                /** @description Items a page */
                limit?: number;
                /** @description Items before this page */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_School_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_school_api_v1_learning_schools_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchoolIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["School"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_school_api_v1_learning_schools__school_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID */
                school_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["School"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users_api_v1_learning_users_get: {
        parameters: {
            query?: {
                /** @description Items a page */
                limit?: number;
                /** @description Items before this page */
                offset?: number;
                role?: ("ADMIN" | "TEACHER" | "STUDENT") | null;
                /** @description Only this school (a UUID); for admins of the organisation */
                school_id?: string | null;
                /** @description In username, e-mail, first or last name */
                search?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listed_User_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_user_api_v1_learning_users__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetail"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_statements_api_v1_learning_xapi_statements_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description account.name or mbox, of somebody in the roster */
                    actor: Record<string, never>;
                    /**
                     * Format: uuid
                     * @description The same id is the same statement
                     */
                    id?: string;
                    /** @description id: the external_id of a lesson, content or quiz, or any IRI */
                    object: Record<string, never>;
                    /** @description score; extensions for progress (cmi5) and …/xp */
                    result?: Record<string, never>;
                    /** Format: date-time */
                    timestamp?: string;
                    /** @description id: what follows the last / says what it means */
                    verb: Record<string, never>;
                } | {
                    /** @description account.name or mbox, of somebody in the roster */
                    actor: Record<string, never>;
                    /**
                     * Format: uuid
                     * @description The same id is the same statement
                     */
                    id?: string;
                    /** @description id: the external_id of a lesson, content or quiz, or any IRI */
                    object: Record<string, never>;
                    /** @description score; extensions for progress (cmi5) and …/xp */
                    result?: Record<string, never>;
                    /** Format: date-time */
                    timestamp?: string;
                    /** @description id: what follows the last / says what it means */
                    verb: Record<string, never>;
                }[];
            };
        };
        responses: {
            /** @description Durable. What became of each row. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live_events_api_v1_live_events_get: {
        parameters: {
            query?: {
                /** @description Resume after this number. */
                after?: number | null;
                /** @description May hold `*`. */
                metric?: string | null;
                severity?: components["schemas"]["Severity"] | null;
            };
            header?: {
                /** @description The same, as browsers send it; it counts more. */
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events: ready, alert, heartbeat, … */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heatmap_api_v1_llm_activity_heatmap_get: {
        parameters: {
            query?: {
                /** @description none: cells without messages are left out */
                fill?: "zero" | "none";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Of this project alone */
                project_id?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityHeatmap"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_budgets_api_v1_llm_budgets_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_BudgetOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_budget_api_v1_llm_budgets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_budget_api_v1_llm_budgets__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_budget_api_v1_llm_budgets__id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_budget_api_v1_llm_budgets__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    costs_api_v1_llm_costs_get: {
        parameters: {
            query?: {
                /** @description Buckets without messages say 0, are left out, say null, or what the one before said */
                fill?: "zero" | "none" | "null" | "locf";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Length of a bucket; weeks begin with `week_start` */
                group_by?: "hour" | "day" | "week" | "month";
                /** @description Of this project alone */
                project_id?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostAnalytics"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    usage_api_v1_llm_models_usage_get: {
        parameters: {
            query?: {
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Of this project alone */
                project_id?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelUsageStats"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_prices_api_v1_llm_prices_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Those that match this model alone */
                model?: string | null;
                /** @description Those entered here, or those of the list alone */
                own?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_PriceOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_price_api_v1_llm_prices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_price_api_v1_llm_prices__id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_price_api_v1_llm_prices__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpriced_api_v1_llm_prices_unpriced_get: {
        parameters: {
            query?: {
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Unpriced_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    projects_api_v1_llm_projects_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ProjectOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comparison_api_v1_llm_projects_comparison_get: {
        parameters: {
            query: {
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description 2 to 10 projects */
                project_ids: string[];
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectComparison"];
                };
            };
            /** @description Please provide between 2 and 10 project IDs */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcile_api_v1_llm_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reprice_api_v1_llm_reprice_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepriceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repriced"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repricings_api_v1_llm_repricings_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Repricing_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_api_v1_llm_sessions_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                project_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_SessionOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_api_v1_llm_sessions__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    messages_api_v1_llm_sessions__id__messages_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_MessageOut_"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summary_api_v1_llm_summary_get: {
        parameters: {
            query?: {
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsSummary"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens_api_v1_llm_tokens_get: {
        parameters: {
            query?: {
                /** @description Buckets without messages say 0, are left out, say null, or what the one before said */
                fill?: "zero" | "none" | "null" | "locf";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Length of a bucket; weeks begin with `week_start` */
                group_by?: "hour" | "day" | "week" | "month";
                /** @description Of this project alone */
                project_id?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenUsageStats"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trends_api_v1_llm_trends_get: {
        parameters: {
            query?: {
                /** @description Buckets without messages say 0 (response times: null), are left out, say null, or what the one before said; what is said of the whole does not change */
                fill?: "zero" | "none" | "null" | "locf";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description hour for 24h, else day, if not said */
                group_by?: ("hour" | "day" | "week" | "month") | null;
                /** @description response_time: means, with exact percentiles */
                metric?: "messages" | "costs" | "sessions" | "response_time";
                /** @description Of this project alone */
                project_id?: string | null;
                /** @description Up to now; `all`: since the first event */
                time_range?: "24h" | "7d" | "30d" | "90d" | "1y" | "all";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageTrends"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_metrics_api_v1_metrics_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_milestones_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                /** @description Whose they are */
                owner?: string | null;
                status?: ("upcoming" | "active" | "at_risk" | "achieved" | "exceeded" | "missed") | null;
                window?: ("once" | "daily" | "weekly" | "monthly" | "yearly" | "rolling") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestonePage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_it_api_v1_milestones_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This milestone is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_it_api_v1_milestones__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_it_api_v1_milestones__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This milestone is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_it_api_v1_milestones__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestonePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestoneOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This milestone is not yours to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such milestone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_models_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPage"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_packs_api_v1_packs_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_PackInfo_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pack_api_v1_packs__pack__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of a pack */
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackInfo"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_answer_api_v1_packs__pack__answers__answer__get: {
        parameters: {
            query?: {
                /** @description If not said: the answer's own */
                bucket?: ("15m" | "1h" | "day" | "week" | "month") | null;
                /** @description What stands in buckets of which nothing is known */
                fill?: "none" | "zero" | "null";
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                time_range?: ("24h" | "7d" | "30d" | "90d" | "1y" | "all") | null;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path: {
                /** @description Of an answer of the pack */
                answer: string;
                /** @description Of a pack */
                pack: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackAnswer"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_them_api_v1_patterns_get: {
        parameters: {
            query?: {
                /** @description Still found, or no longer; both, if not said */
                active?: boolean | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                min_confidence?: number;
                /** @description cycle, correlation or regime */
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_persistence_api_v1_persistence_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersistenceOut"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switch_persistence_api_v1_persistence_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersistenceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersistenceOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing to switch. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policies_api_v1_policies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_PolicyOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_policy_api_v1_policies__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_policy_api_v1_policies__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_policy_api_v1_policies__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_erasures_api_v1_privacy_erasures_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Those of this person, done ones too */
                person?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ErasureOut_"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_erasure_api_v1_privacy_erasures_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_erasure_api_v1_privacy_erasures__erasure_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_certificate_api_v1_privacy_erasures__erasure_id__certificate_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not done yet, or has expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_erasure_api_v1_privacy_erasures__erasure_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_exports_api_v1_privacy_exports_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ExportOut_"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_export_api_v1_privacy_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_export_api_v1_privacy_exports__export_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_export_api_v1_privacy_exports__export_id__file_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines in a ZIP. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not done yet, or has expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lift_refusal_api_v1_privacy_refusals_lift_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifted"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_series_api_v1_series_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            /** @description The cursor is not one of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_actions_api_v1_telemetry_actions_get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description target_device_id */
                device?: string | null;
                /** @description Items a page */
                limit?: number;
                state?: ("requested" | "accepted" | "done" | "failed" | "cancelled") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPage"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_action_api_v1_telemetry_actions__action_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_action_api_v1_telemetry_actions__action_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
            };
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionStep"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_correlations_api_v1_telemetry_correlations_get: {
        parameters: {
            query?: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Labels that split each metric, such as device */
                group_by?: string[] | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description pearson: of the values; spearman: of their ranks, any rising curve */
                method?: "pearson" | "spearman";
                /** @description Repeat for several; `*` stands for anything */
                metrics?: string[] | null;
                /** @description Length of a bucket; auto: by the range */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrelationsResponse"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cycles_api_v1_telemetry_cycles_get: {
        parameters: {
            query: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Labels that split each metric, such as device */
                group_by?: string[] | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                metric: string;
                /** @description Repeat for several; `*` stands for anything */
                metrics?: string[] | null;
                /** @description What repeats */
                period?: "day" | "week";
                /** @description Length of a bucket; auto: by the range */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CyclesResponse"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_api_v1_telemetry_fleet_compare_get: {
        parameters: {
            query: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                device: string;
                /** @description The label that names a device */
                device_label?: string;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Labels that split each metric, such as device */
                group_by?: string[] | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                metric: string;
                /** @description Repeat for several; `*` stands for anything */
                metrics?: string[] | null;
                /** @description Length of a bucket; auto: by the range */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetComparison"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric, or no such device. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_api_v1_telemetry_fleet_overview_get: {
        parameters: {
            query: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description The label that names a device */
                device_label?: string;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Labels that split each metric, such as device */
                group_by?: string[] | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                metric: string;
                /** @description Repeat for several; `*` stands for anything */
                metrics?: string[] | null;
                /** @description Length of a bucket; auto: by the range */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetOverview"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_insights_api_v1_telemetry_insights_get: {
        parameters: {
            query?: {
                /** @description Still found, or no longer; both, if not said */
                active?: boolean | null;
                category?: string | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                min_confidence?: number;
                /** @description This or worse */
                severity?: components["schemas"]["Severity"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemInsightsResponse"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_api_v1_telemetry_kpi_preview_get: {
        parameters: {
            query: {
                expression: string;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /** @description Length of a bucket; at least 15m */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiValues"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_kpis_api_v1_telemetry_kpis_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_KpiOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_kpi_api_v1_telemetry_kpis__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_kpi_api_v1_telemetry_kpis__name__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
                /** @description * : only if there is none yet */
                "if-none-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KpiIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_kpi_api_v1_telemetry_kpis__name__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backfill_api_v1_telemetry_kpis__name__backfill_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Body_backfill_api_v1_telemetry_kpis__name__backfill_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiWritten"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_values_api_v1_telemetry_kpis__name__values_get: {
        parameters: {
            query?: {
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /** @description Length of a bucket; at least 15m */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiValues"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such figure. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_layouts_api_v1_telemetry_layouts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_LayoutItem_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_layout_api_v1_telemetry_layouts__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_layout_api_v1_telemetry_layouts__name__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
                /** @description * : only if there is none yet */
                "if-none-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_layout_api_v1_telemetry_layouts__name__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_api_v1_telemetry_metrics__name__get: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Items a page */
                limit?: number;
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
            };
            header?: never;
            path: {
                /** @description The metric */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsPage"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_api_v1_telemetry_metrics__name__post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The metric */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The reading cannot be used; `rejected` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_patterns_api_v1_telemetry_patterns_get: {
        parameters: {
            query?: {
                /** @description Still found, or no longer; both, if not said */
                active?: boolean | null;
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                min_confidence?: number;
                /** @description cycle, correlation, regime */
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternsResponse"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_preferences_api_v1_telemetry_preferences_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_preferences_api_v1_telemetry_preferences_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
                /** @description * : only if there is none yet */
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_preferences_api_v1_telemetry_preferences_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_recommendations_api_v1_telemetry_recommendations_get: {
        parameters: {
            query?: {
                /** @description Only those with an action at a click */
                actionable?: boolean;
                /** @description `next` of the page before */
                cursor?: string | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Insights a page */
                limit?: number;
                /** @description `*` stands for anything */
                metric?: string | null;
                /** @description This or worse */
                severity?: components["schemas"]["Severity"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationsPage"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_action_api_v1_telemetry_recommendations__recommendation_id__request_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recommendation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was asked for already; that request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_templates_api_v1_telemetry_templates_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_TemplateOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_template_api_v1_telemetry_templates__name__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read, such as "3"; * for any; absent: any, or none */
                "if-match"?: string | null;
                /** @description * : only if there is none yet */
                "if-none-match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Template"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed meanwhile. Read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_template_api_v1_telemetry_templates__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_thresholds_api_v1_telemetry_thresholds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ThresholdOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_threshold_api_v1_telemetry_thresholds__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_threshold_api_v1_telemetry_thresholds__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_threshold_api_v1_telemetry_thresholds__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_trends_api_v1_telemetry_trends_get: {
        parameters: {
            query?: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                /** @description RFC 3339, or epoch in s, ms, µs, ns; inside the range */
                from?: string | null;
                /** @description Labels that split each metric, such as device */
                group_by?: string[] | null;
                /** @description Up to now, instead of from and to; 24 if nothing is said */
                hours?: number | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                /** @description Repeat for several; `*` stands for anything */
                metrics?: string[] | null;
                /** @description Length of a bucket; auto: by the range */
                resolution?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description IANA name; days begin at its midnight */
                timezone?: string;
                /** @description The same; outside the range; now, if not said */
                to?: string | null;
                /** @description On which day a week begins */
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceTrendsResponse"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric, or the dashboard is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_trend_api_v1_trends_get: {
        parameters: {
            query: {
                /** @description If not said: as its pack has it, else avg of gauges, rate of counters, sum of the rest */
                agg?: ("avg" | "sum" | "min" | "max" | "count" | "first" | "last" | "p50" | "p95" | "p99" | "rate") | null;
                /** @description Also what the detectors expected */
                band?: boolean;
                bucket?: "auto" | "raw" | "15m" | "1h" | "day" | "week" | "month";
                /** @description previous: with the window before */
                compare?: string | null;
                /** @description What stands for buckets without points */
                fill?: "none" | "zero" | "null" | "locf" | "linear";
                /** @description RFC 3339 or epoch; inside the range */
                from?: string | null;
                /** @description Labels that split the answer; repeat, or use commas */
                group_by?: string[] | null;
                /**
                 * @description Only series with this label: `label.host=a`. Several labels must all match.
                 * @example a
                 */
                "label.*"?: string;
                metric: string;
                /** @description Up to now; 24h, if nothing is said */
                time_range?: ("24h" | "7d" | "30d" | "90d" | "1y" | "all") | null;
                /** @description IANA name */
                timezone?: string;
                /** @description RFC 3339 or epoch; outside the range; now, if not said */
                to?: string | null;
                week_start?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendOut"];
                };
            };
            /** @description The time zone is not known. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The range or bucket cannot be answered; `detail` says what can. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users_api_v1_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_UserOut_"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_user_api_v1_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user_api_v1_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_password_api_v1_users__user_id__password_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request cannot be read: a cursor, a time zone, a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter or a field is not valid; `errors` says which. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_lines_api_v1_write_post: {
        parameters: {
            query?: {
                /** @description Metrics of counters, such as `*_total`; `*` stands for anything */
                counter?: string[] | null;
                /** @description Whether these points are history: learned from, anomalies remembered, nobody alerted. `auto`: those older than a day (TIDEWATCH_ALERT_MAX_AGE) when they come. `false`: none of them, however old. */
                history?: "auto" | "true" | "false";
                /** @description Unit of the times: ns, us, ms or s */
                precision?: string;
            };
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Durable. What became of each row. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Say who you are: `Authorization: Bearer` with an API key or an access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    track_track_post: {
        parameters: {
            query?: {
                /** @description Whether these points are history: learned from, anomalies remembered, nobody alerted. `auto`: those older than a day (TIDEWATCH_ALERT_MAX_AGE) when they come. `false`: none of them, however old. */
                history?: "auto" | "true" | "false";
            };
            header?: {
                /** @description Up to 200 characters: the same key twice within a day is one batch */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Content Id
                     * @example 123456
                     */
                    content_id?: string | null;
                    /**
                     * Event Id
                     * @description Absent: made up, and a repeat is a new event
                     */
                    event_id?: string | null;
                    /**
                     * Event Type
                     * @example content_view
                     */
                    event_type: string;
                    /**
                     * Properties
                     * @description Up to 32 KiB of JSON, 10 levels deep
                     * @example {
                     *       "revenue": 99.99,
                     *       "source": "homepage"
                     *     }
                     */
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * Session Id
                     * @example session456
                     */
                    session_id?: string | null;
                    /**
                     * Timestamp
                     * @description RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead; absent: now
                     */
                    timestamp?: string | number | null;
                    /**
                     * User Id
                     * @example user123
                     */
                    user_id?: string | null;
                } | {
                    /**
                     * Content Id
                     * @example 123456
                     */
                    content_id?: string | null;
                    /**
                     * Event Id
                     * @description Absent: made up, and a repeat is a new event
                     */
                    event_id?: string | null;
                    /**
                     * Event Type
                     * @example content_view
                     */
                    event_type: string;
                    /**
                     * Properties
                     * @description Up to 32 KiB of JSON, 10 levels deep
                     * @example {
                     *       "revenue": 99.99,
                     *       "source": "homepage"
                     *     }
                     */
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * Session Id
                     * @example session456
                     */
                    session_id?: string | null;
                    /**
                     * Timestamp
                     * @description RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead; absent: now
                     */
                    timestamp?: string | number | null;
                    /**
                     * User Id
                     * @example user123
                     */
                    user_id?: string | null;
                }[];
            };
        };
        responses: {
            /** @description Durable. What became of each row. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The body cannot be read, or none of its rows can be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that you may see, or the feature is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state for that, or there is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached, or this needs one and there is none. Try again after Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
