using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Rules between parameters (section 4).
    private static Clause[] Rules() =>
    [
        Say("PV-RULE-001", "motion_mode=fast goes only with duration=5.",
            Documented("API page", "4"), "invalid_parameter"),
        Say("PV-RULE-002", "quality=1080p goes only with duration=5.",
            Documented("API page", "4"), "invalid_parameter"),
        Say("PV-RULE-003", "quality=1080p goes only with motion_mode=normal.",
            Documented("API page", "4"), "invalid_parameter"),
        Say("PV-RULE-004", "Exactly ten triples of quality, duration and motion_mode are valid.",
            Inferred("R1 to R3", "4")),
        Say("PV-RULE-005", "Each of the 300 valid combinations of ratio, duration, motion, quality and style is accepted.",
            Inferred("R1 to R3 and the lists", "4")),
    ];
}
