using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Contract.Tests.Jobs;

public sealed class JobStatesTests
{
    private static readonly JobState[] States = Enum.GetValues<JobState>();

    private static readonly (JobState From, JobState To)[] Steps =
    [
        (JobState.Queued, JobState.Processing),
        (JobState.Processing, JobState.Completed),
        (JobState.Processing, JobState.Failed),
    ];

    private static readonly (JobState From, JobState To)[] Sightings =
    [
        (JobState.Queued, JobState.Queued),
        (JobState.Queued, JobState.Processing),
        (JobState.Queued, JobState.Completed),
        (JobState.Queued, JobState.Failed),
        (JobState.Processing, JobState.Processing),
        (JobState.Processing, JobState.Completed),
        (JobState.Processing, JobState.Failed),
        (JobState.Completed, JobState.Completed),
        (JobState.Failed, JobState.Failed),
    ];

    [Fact]
    public void CanStepTo_AllSixteenPairs_AllowsThree() =>
        Assert.Equal(Steps, Pairs().Where(p => p.From.CanStepTo(p.To)));

    [Fact]
    public void CanBeSeenAfter_AllSixteenPairs_AllowsNine() =>
        Assert.Equal(Sightings, Pairs().Where(p => p.From.CanBeSeenAfter(p.To)));

    [Fact]
    public void CanBeSeenAfter_AllPairs_IsWhatStepsReach()
    {
        bool Reaches(JobState from, JobState to) => from == to || States.Any(next => from.CanStepTo(next) && Reaches(next, to));

        Assert.All(Pairs(), p => Assert.Equal(Reaches(p.From, p.To), p.From.CanBeSeenAfter(p.To)));
    }

    [Fact]
    public void IsTerminal_EveryState_AgreesWithTheApiPage() =>
        Assert.Equal(
            ApiPage.All("lifecycle.terminal").Select(s => s.GetString()),
            States.Where(s => s.IsTerminal()).Select(s => s.ToWire()));

    [Theory]
    [InlineData("QUEUED", JobState.Queued)]
    [InlineData("PROCESSING", JobState.Processing)]
    [InlineData("COMPLETED", JobState.Completed)]
    [InlineData("FAILED", JobState.Failed)]
    public void Parse_NameOnTheWire_IsTheStateAndBack(string wireName, JobState state)
    {
        Assert.Equal(state, JobStates.Parse(wireName));
        Assert.Equal(wireName, state.ToWire());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("completed")]
    [InlineData("COMPLETED ")]
    [InlineData("CANCELLED")]
    [InlineData("EXPIRED")]
    public void Parse_AnythingElse_IsNull(string? wireName) => Assert.Null(JobStates.Parse(wireName));

    private static IEnumerable<(JobState From, JobState To)> Pairs() => from a in States from b in States select (a, b);
}
