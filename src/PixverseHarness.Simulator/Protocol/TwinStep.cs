namespace PixverseHarness.Simulator.Protocol;

/// <summary>One thing for a host to do. A script is a list of them; the last one sends or ends.</summary>
public abstract record TwinStep
{
    private TwinStep()
    {
    }

    /// <summary>Wait by the session's clock.</summary>
    /// <param name="For">How long; zero or more.</param>
    public sealed record Wait(TimeSpan For) : TwinStep;

    /// <summary>Send an answer.</summary>
    /// <param name="Response">The answer.</param>
    /// <param name="CutAfter">
    /// Send the head with the full length but only this many bytes of the body, then close the connection; null sends all.
    /// </param>
    /// <param name="Pace">Send the head at once and the body in pieces; null sends all at once.</param>
    public sealed record Send(TwinResponse Response, int? CutAfter = null, BodyPace? Pace = null) : TwinStep
    {
        /// <summary>The bytes of the body that are sent at all.</summary>
        public ReadOnlyMemory<byte> SentBody => CutAfter is { } cut ? Response.Body[..Math.Min(cut, Response.Body.Length)] : Response.Body;
    }

    /// <summary>Reset the connection (RST) without another byte.</summary>
    public sealed record Reset : TwinStep;

    /// <summary>Close the connection in order (FIN) without another byte.</summary>
    public sealed record Close : TwinStep;

    /// <summary>Say nothing at all until the client leaves.</summary>
    public sealed record Hang : TwinStep;

    /// <summary>Hold the call until an instant, then go on with the answer of that moment: v1.</summary>
    /// <param name="Until">UTC ticks on the session's clock.</param>
    /// <param name="Resume">Gives the answer; called at or after <paramref name="Until"/>, unless the client has left.</param>
    /// <param name="Abandon">Says that the client has left. The job goes on and is billed all the same.</param>
    public sealed record Hold(long Until, Func<TwinAnswer> Resume, Action Abandon) : TwinStep;

    /// <summary>Wait for something that happens in the twin, then go on with the answer of that moment: the admin API's wait.</summary>
    /// <param name="AnswerAsync">Gives the answer within ten minutes; cancelled when the client has left.</param>
    public sealed record Later(Func<CancellationToken, Task<TwinAnswer>> AnswerAsync) : TwinStep;
}
