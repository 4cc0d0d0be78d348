using System.Collections.Immutable;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Protocol;

/// <summary>What a host has to do to answer one request. The core itself sends nothing and waits for nothing.</summary>
public sealed class TwinAnswer
{
    private TwinAnswer(SessionClock clock, ImmutableArray<TwinStep> steps)
    {
        Clock = clock;
        Steps = steps;
    }

    /// <summary>The clock that waits and holds go by.</summary>
    public SessionClock Clock { get; }

    /// <summary>The steps, in order; never empty.</summary>
    public ImmutableArray<TwinStep> Steps { get; }

    /// <summary>The answer, when it is nothing but one complete response; else null.</summary>
    public TwinResponse? Plain => Steps is [TwinStep.Send { CutAfter: null, Pace: null } send] ? send.Response : null;

    /// <summary>An answer that is one complete response.</summary>
    public static TwinAnswer Of(SessionClock clock, TwinResponse response) => new(clock, [new TwinStep.Send(response)]);

    /// <summary>An answer that is one step.</summary>
    public static TwinAnswer Of(SessionClock clock, TwinStep step) => new(clock, [step]);

    /// <summary>The same answer with a step before it.</summary>
    public TwinAnswer After(TwinStep first) => new(Clock, Steps.Insert(0, first));

    /// <summary>The same answer with its last step replaced.</summary>
    public TwinAnswer EndingWith(TwinStep last) => new(Clock, Steps.SetItem(Steps.Length - 1, last));
}
