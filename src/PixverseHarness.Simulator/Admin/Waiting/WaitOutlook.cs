namespace PixverseHarness.Simulator.Admin.Waiting;

/// <summary>How a condition stands at an instant.</summary>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="WhyNever">Why it will never hold; null while it still can.</param>
/// <param name="At">The instant, in UTC ticks, at which it will hold if nobody does anything; null when only somebody's doing can bring it.</param>
internal readonly record struct WaitOutlook(bool IsMet, string? WhyNever, long? At)
{
    /// <summary>It holds.</summary>
    public static WaitOutlook Met => new(true, null, null);

    /// <summary>It will never hold.</summary>
    public static WaitOutlook Never(string why) => new(false, why, null);

    /// <summary>It will hold, or can.</summary>
    public static WaitOutlook Later(long? at) => new(false, null, at);
}
