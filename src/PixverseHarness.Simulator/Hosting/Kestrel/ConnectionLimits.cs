namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>
/// What a client may do to the twin's connections. These guards run on the real clock, whatever the twin's own clock does;
/// a connection that breaks one is closed, and no other notices.
/// </summary>
public sealed record ConnectionLimits
{
    /// <summary>Most connections at a time; further ones are closed at once. Default 20,000.</summary>
    public long Most { get; init; } = 20_000;

    /// <summary>How long the head of a request may take. Default 30 s.</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may stay without a request, a new one included. Default 130 s.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>Slowest rate, in bytes a second, at which a client may send a body. Default 240.</summary>
    public double BytesPerSecond { get; init; } = 240;

    /// <summary>
    /// Slowest rate, in bytes a second, at which a client may take answers. The network's own buffers count as taken, so a
    /// client that takes nothing is closed after the time that those would last. Default 10,000.
    /// </summary>
    public double AnswerBytesPerSecond { get; init; } = 10_000;

    /// <summary>How long a body or an answer may be slower than that; more than 1 s. Default 5 s.</summary>
    public TimeSpan SlowGrace { get; init; } = TimeSpan.FromSeconds(5);
}
