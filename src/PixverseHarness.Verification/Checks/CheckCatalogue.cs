using System.Collections.Immutable;
using PixverseHarness.Verification.Checks.Bodies;
using PixverseHarness.Verification.Checks.Errors;
using PixverseHarness.Verification.Checks.Jobs;
using PixverseHarness.Verification.Checks.Limits;
using PixverseHarness.Verification.Checks.Money;
using PixverseHarness.Verification.Checks.Places;
using PixverseHarness.Verification.Checks.Submits;
using PixverseHarness.Verification.Checks.Sync;

namespace PixverseHarness.Verification.Checks;

/// <summary>The closed list of checks.</summary>
public static class CheckCatalogue
{
    /// <summary>Every check; within a class of cost those that find most come first.</summary>
    public static ImmutableArray<ClauseCheck> All { get; } =
    [
        new MissingKeyCheck(), new UnknownIdCheck(), new RoutesCheck(), new ContentTypeCheck(), new CreditsCheck(), new TriggeredErrorsCheck(),
        new FailedJobCheck(), new NothingForFailureCheck(), new KeyHeaderCheck(), new CheckOrderCheck(), new InsufficientCreditsCheck(),
        new SyncFailureCheck(), new ViolatingBodiesCheck(),
        new SubmitAnswerCheck(), new StatusBodyCheck(), new ResultBodyCheck(), new StateOrderCheck(), new PollUrlCheck(), new ExpiryCheck(),
        new SdkConductCheck(), new DuplicateSubmitCheck(), new KeyIsolationCheck(), new SyncCallCheck(), new SyncAbandonedCheck(),
        new ReadsSurviveErrorsCheck(), new FormBodyCheck(), new SeedAndDefaultsCheck(), new PriceCheck(), new RateLimitCheck(), new LoadCheck(),
        new OutputFileCheck(), new JobTimesCheck(), new CombinationsCheck(), new BoundaryBodiesCheck(), new PlanLimitsCheck(),
    ];
}
