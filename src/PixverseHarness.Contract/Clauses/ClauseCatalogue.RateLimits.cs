using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Limits on requests (section 9).
    private static Clause[] RateLimits() =>
    [
        Say("PV-RATE-001", "Too many requests are answered 429.",
            Documented("API page", "8, 9"), "rate_limited"),
        Say("PV-RATE-002", "A 429 names the end of the window in x-rate-limit-reset-at-utc.",
            SecondHand("rate-limit page", "8, 9"), "rate_limited"),
        Say("PV-RATE-003", "A 429 has no Retry-After header.",
            SecondHand("rate-limit page", "8, 9"), "rate_limited"),
        Say("PV-RATE-004", "The error of a 429 reads 'rate_limit_exceeded'.",
            SecondHand("error pages", "8"), "rate_limited"),
        Say("PV-RATE-005", "A 429 creates no job and costs nothing.",
            SecondHand("error pages", "8"), "rate_limited"),
        Say("PV-RATE-006", "From the stated instant on requests are admitted again.",
            Inferred("name of the header", "9"), "rate_limited"),
        Under("rate-limits=docs", Say("PV-RATE-007", "The free and flexible plans have 5 requests a minute.",
            Documented("rate-limit page", "9, 15.7"))),
        Under("rate-limits=docs", Say("PV-RATE-008", "The pro plan has 50 requests a minute.",
            Documented("rate-limit page", "9, 15.7"))),
        Under("rate-limits=pricing", Say("PV-RATE-009", "The flexible plan has 60 requests a minute.",
            SecondHand("pricing page", "9, 15.7"))),
        Under("rate-limits=pricing", Say("PV-RATE-010", "The pro plan has 120 requests a minute.",
            SecondHand("pricing page", "9, 15.7"))),
        Say("PV-RATE-011", "The business plan has 500 requests a minute.",
            SecondHand("pricing page", "9")),
        Say("PV-RATE-012", "The scale plan has 1000 requests a minute, pooled.",
            SecondHand("pricing page", "9")),
        Under("polls-count=no", Say("PV-RATE-013", "Polls do not count against the limit.",
            Inferred("else a poll each second could not work on the free plan", "9"))),
        Under("polls-count=yes", Say("PV-RATE-014", "Polls count against the limit.",
            Unknown("a switch of the twin", "9, 15"), "rate_limited")),
        Under("refusals-count=no", Say("PV-RATE-015", "Refused requests do not count against the limit.",
            Unknown("the default of the twin", "9, 15"))),
        Under("refusals-count=yes", Say("PV-RATE-016", "Refused requests count against the limit.",
            Unknown("a switch of the twin", "9, 15"), "rate_limited")),
        Say("PV-RATE-017", "The format of x-rate-limit-reset-at-utc is not published.",
            Unknown("ISO 8601 in UTC, whole seconds, in the twin", "9, 15"), "rate_limited"),
        Say("PV-RATE-018", "Which kind of window the limit uses is not known.",
            Unknown("a fixed window of one minute in the twin", "9, 15")),
        Say("PV-RATE-019", "Whether the limit holds for the key or for the account is not known.",
            Unknown("for the key in the twin", "9")),
        Say("PV-RATE-020", "No cap on concurrent jobs of one account is published.",
            Unknown("none in the twin unless set", "9, 15")),
        Say("PV-RATE-021", "v2 answers carry no rate-limit fields besides those of a 429.",
            SecondHand("rate-limit page", "7")),
    ];
}
