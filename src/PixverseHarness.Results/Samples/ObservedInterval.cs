namespace PixverseHarness.Results.Samples;

/// <summary>
/// What polling can know of an instant: it lies in (<see cref="After"/>, <see cref="AtOrBefore"/>]. To stay true over a
/// slow network, <see cref="After"/> is when the last poll that denied it was <em>sent</em>, and <see cref="AtOrBefore"/>
/// is when the first answer that affirmed it had been <em>read</em>. Both are offsets from the start of the run.
/// </summary>
/// <param name="After">The send instant of the last denial; without one, the actual start of the submit.</param>
/// <param name="AtOrBefore">The end of the first affirming answer. Never before <paramref name="After"/>.</param>
public readonly record struct ObservedInterval(TimeSpan After, TimeSpan AtOrBefore)
{
    /// <summary>How much the observation leaves open.</summary>
    public TimeSpan Width => AtOrBefore - After;
}
