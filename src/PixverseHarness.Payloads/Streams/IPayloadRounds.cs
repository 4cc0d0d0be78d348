namespace PixverseHarness.Payloads.Streams;

/// <summary>A sequence that goes round a fixed number of cases, each round in another order.</summary>
public interface IPayloadRounds : IPayloadSource
{
    /// <summary>After how many payloads, counted from the start, every case has come exactly once.</summary>
    int Round { get; }
}
