using PixverseHarness.Client;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Demo;

/// <summary>Shows the tour as plain lines: one when all is sent, then one a minute of the twin's time.</summary>
internal sealed class PlainBoard(TextWriter output) : IDemoBoard
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly JobTally _tally = new();
    private TimeSpan _next = Pause;

    /// <inheritdoc/>
    public void Report(JobProgress value) => _tally.Report(value);

    /// <inheritdoc/>
    public void Submitted(int sent, int accepted)
    {
        _tally.Accepted = accepted;
        output.WriteLine($"sent {sent} requests: {accepted} accepted, {sent - accepted} refused");
    }

    /// <inheritdoc/>
    public void Moved(TimeSpan elapsed)
    {
        if (elapsed >= _next)
        {
            _next += Pause;
            output.WriteLine($"twin's clock +{DurationText.Format(elapsed)}: {_tally}");
        }
    }
}
