using PixverseHarness.Load.Engine;

namespace PixverseHarness.Cli.Load;

/// <summary>Writes a plain line every ten seconds, on the tens; its rates are those since the line before.</summary>
internal sealed class PlainLoadBoard(TextWriter output) : ILoadBoard
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private TimeSpan _next = Pause;
    private TimeSpan _since;
    private long _offered;
    private long _submitted;

    /// <inheritdoc/>
    public void Show(LoadSnapshot moment)
    {
        if (moment.Elapsed < _next)
        {
            return;
        }

        var seconds = (moment.Elapsed - _since).TotalSeconds;
        output.WriteLine(Moment.Line(moment with
        {
            OfferedPerSecond = (moment.Offered - _offered) / seconds,
            SubmittedPerSecond = (moment.Submitted - _submitted) / seconds,
        }));
        _next = Pause * (Math.Floor(moment.Elapsed / Pause) + 1);
        (_since, _offered, _submitted) = (moment.Elapsed, moment.Offered, moment.Submitted);
    }
}
