// Generated from openapi.json by `npm run types`. Do not edit.
// sha256 of openapi.json: e9a0f246de97f5a66855cd46fd9798461c726c3f1370b1cca8e59370f28415fd

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
         * EpisodeOut
         * @description A stretch of unusual points of one series, or its silence (kind `stale`).
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
            kind: "anomaly" | "stale";
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
            points: components["schemas"]["ForecastPoint"][];
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
         * ForecastPoint
         * @description A bucket to come. The intervals are to hold the truth in 80 and in 95 of 100 cases.
         */
        ForecastPoint: {
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
         * Health
         * @description `degraded`: the database or Redis cannot be reached; what can be served is.
         *
         *     `redis`: ok, away, or none: there is none by choice, all still works, but polls.
         */
        Health: {
            /** Engine */
            engine: string;
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
        /** Items[KeyOut] */
        Items_KeyOut_: {
            /** Items */
            items: components["schemas"]["KeyOut"][];
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
            kind: "user" | "key";
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
            /** Tenant */
            tenant: number;
        };
        /**
         * MetricOut
         * @description A metric over all of its series.
         */
        MetricOut: {
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
         * MetricsPage
         * @description A page of metrics, by name.
         */
        MetricsPage: {
            /** Generated At */
            generated_at: string;
            /** Items */
            items: components["schemas"]["MetricOut"][];
            /**
             * Next
             * @description The cursor of the next page; null at the end
             */
            next: string | null;
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
         * Ready
         * @description Whether requests can be served now.
         */
        Ready: {
            /** Ready */
            ready: boolean;
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
         * Severity
         * @description How much an episode matters, from its calibrated score.
         * @enum {string}
         */
        Severity: "low" | "medium" | "high" | "critical";
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
         * UserChange
         * @description What is left out stays.
         */
        UserChange: {
            /** Disabled */
            disabled?: boolean | null;
            /** Role */
            role?: ("viewer" | "operator" | "admin") | null;
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
             * Role
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
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
            /**
             * Role
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description There is no such alert. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                    "application/json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                    "application/json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description There is no such insight. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                };
            };
        };
    };
    get_trend_api_v1_trends_get: {
        parameters: {
            query: {
                /** @description If not said: avg of gauges, rate of counters, sum of the rest */
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
                content?: never;
            };
            /** @description There is no such metric. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The range or bucket cannot be answered; `detail` says what can. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                    "application/json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                    "application/json": components["schemas"]["IngestProblem"];
                };
            };
            /** @description No valid key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key may not ingest. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is over a limit. Send smaller batches. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The content type or encoding is not known. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key was used for another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The journal is too far behind. Wait for as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
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
                };
            };
        };
    };
}
