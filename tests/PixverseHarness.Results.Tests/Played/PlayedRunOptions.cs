namespace PixverseHarness.Results.Tests.Played;

/// <summary>What a <see cref="PlayedRun"/> plays.</summary>
internal sealed record PlayedRunOptions
{
    public int Seed { get; init; } = 4711;

    /// <summary>Arrival rates of successive steps, jobs per second.</summary>
    public double[] Rates { get; init; } = [1.0];

    public TimeSpan StepLength { get; init; } = TimeSpan.FromMinutes(5);

    public int Workers { get; init; } = int.MaxValue;

    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan Drain { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan? Objective { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan MeanRun { get; init; } = TimeSpan.FromSeconds(44);

    /// <summary>Mean of a wait before the run that each job draws for itself (exponential), whoever else is there.</summary>
    public TimeSpan OwnWait { get; init; }

    public bool ServerStatesTimes { get; init; } = true;

    /// <summary>Share of jobs whose state never becomes terminal.</summary>
    public double NeverEnds { get; init; }

    public double FailedByService { get; init; }

    public double Rejected { get; init; }

    public int MostInFlight { get; init; } = int.MaxValue;

    /// <summary>How late every submit leaves.</summary>
    public TimeSpan SubmitLateness { get; init; } = TimeSpan.FromMilliseconds(0.4);

    /// <summary>Jobs that the engine counts in flight and that no sample reports.</summary>
    public int PhantomJobs { get; init; }
}
