using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // What a job costs (sections 8 and 10).
    private static Clause[] Prices() =>
    [
        Say("PV-PRICE-001", "A completed job costs between $0.375 and $1.00.",
            Documented("model page", "10")),
        Say("PV-PRICE-002", "360p and 540p cost $0.375 for 5 s with normal motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-003", "360p and 540p cost $0.75 for 5 s with fast motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-004", "360p and 540p cost $0.75 for 8 s with normal motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-005", "720p costs $0.50 for 5 s with normal motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-006", "720p costs $1.00 for 5 s with fast motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-007", "720p costs $1.00 for 8 s with normal motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-008", "1080p costs $1.00 for 5 s with normal motion.",
            Inferred("upstream credits / 120", "10")),
        Say("PV-PRICE-009", "The price depends on quality, duration and motion alone.",
            Inferred("upstream price page", "10")),
        Say("PV-PRICE-010", "metrics.cost is the price of the combination.",
            Inferred("name of the member", "6, 10")),
        Say("PV-PRICE-011", "Only calls that end in 200 are charged.",
            Documented("API reference, billed column", "8")),
        Say("PV-PRICE-012", "A failed job costs nothing.",
            Documented("API reference, billed column", "8"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-PRICE-013", "The published average cost of a job is $0.4282.",
            Documented("the vendor's list of models", "10")),
    ];
}
