namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>A job.</summary>
internal sealed record ForeignJob(string Id, ForeignOrder Order, string Seed, DateTimeOffset SubmittedAt)
{
    private int _looks;

    /// <summary>The video.</summary>
    public byte[] Clip { get; } = ForeignClip.Of(Order.Width, Order.Height, Order.Seconds);

    /// <summary>Counts a look at the final status.</summary>
    public int CountLook() => Interlocked.Increment(ref _looks);
}
