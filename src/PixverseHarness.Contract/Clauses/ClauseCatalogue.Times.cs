using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // How long jobs take (sections 10 and 11).
    private static Clause[] Times() =>
    [
        Say("PV-TIME-001", "The published average time of a job is 44.226 s.",
            Documented("the vendor's list of models", "10")),
        Say("PV-TIME-002", "The server has no ceiling of 600 s on jobs; that figure is the SDK's own deadline.",
            Inferred("other models average up to 779 s", "10")),
        Say("PV-TIME-003", "An idle service starts a job within 0.3 s of its submit.",
            Observed("live capture and an example", "11")),
        Say("PV-TIME-004", "8 s clips and 1080p take longer than 5 s clips and 540p, fast motion takes less.",
            Inferred("upstream figures", "11")),
        Say("PV-TIME-005", "Under load the wait in the queue grows before anything is refused.",
            Inferred("one upstream account behind all customers", "11")),
    ];
}
