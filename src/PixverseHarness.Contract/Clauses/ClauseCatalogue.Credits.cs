using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The balance (sections 3, 6 and 8).
    private static Clause[] Credits() =>
    [
        Say("PV-CREDITS-001", "The credits call is answered 200 with the numbers credits and free-credits.",
            Documented("billing pages", "3")),
        Say("PV-CREDITS-002", "The credits call of an account without balance record is answered 404.",
            Documented("billing pages", "3"), "no_credits_record"),
        Say("PV-CREDITS-003", "The error of a missing balance record reads 'No credits found for the user'.",
            Documented("billing pages", "3, 8"), "no_credits_record"),
        Say("PV-CREDITS-004", "The credits call runs no model and costs nothing.",
            SecondHand("authentication page", "2")),
        Say("PV-CREDITS-005", "One credit is one US dollar.",
            Documented("SDK changelog", "6")),
        Under("credits=406", Say("PV-CREDITS-006", "A submit whose price exceeds the balance is answered 406.",
            Documented("API page", "8, 15.1"), "insufficient_credits")),
        Under("credits=402", Say("PV-CREDITS-007", "A submit whose price exceeds the balance is answered 402.",
            Observed("live probe of 2026-08-02", "8, 15.1"), "insufficient_credits")),
        Under("credits=406", Say("PV-CREDITS-008", "The error of missing credits names the balance and the need.",
            SecondHand("error pages", "8"), "insufficient_credits")),
        Under("credits=402", Say("PV-CREDITS-009", "The error of missing credits begins with 'Insufficient credits. You have' and the balance.",
            Observed("live probe of 2026-08-02", "8"), "insufficient_credits")),
        Say("PV-CREDITS-010", "A call beyond the team's spend limit is answered 406 with an error that names period and cap.",
            SecondHand("error pages", "8"), "spend_limit"),
        Say("PV-CREDITS-011", "A refused call leaves the balance as it was.",
            SecondHand("error pages", "8")),
        Say("PV-CREDITS-012", "The balance falls by metrics.cost of each completed job, and by nothing else.",
            Inferred("billing pages and metrics", "6, 8")),
        Say("PV-CREDITS-013", "remaining_credits of a completed job is the balance after its charge and does not change later.",
            Inferred("metrics page", "6")),
        Say("PV-CREDITS-014", "At which moment a job is charged is not known.",
            Unknown("the twin charges at completion", "15")),
        Say("PV-CREDITS-015", "Whether concurrent submits can overdraw the balance is not known.",
            Unknown("the twin reserves each price, so they cannot", "15")),
        Say("PV-CREDITS-016", "A new account starts with about one dollar.",
            Documented("billing pages, older", "9")),
    ];
}
