namespace PixverseHarness.Payloads.Streams;

/// <summary>
/// An endless, seeded sequence of payloads that can be entered anywhere: payload i depends on the seed and on i alone.
/// A source reuses its buffers and is not thread-safe; two sources with the same seed give the same payloads, so each
/// thread or shard has its own.
/// </summary>
public interface IPayloadSource
{
    /// <summary>The payload at a position.</summary>
    /// <param name="index">From 0.</param>
    Payload At(long index);
}
