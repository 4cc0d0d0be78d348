using PixverseHarness.Load.Engine;

namespace PixverseHarness.Cli.Load;

/// <summary>Writes a plain line every ten seconds.</summary>
internal sealed class PlainLoadBoard(TextWriter output) : ILoadBoard
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private TimeSpan _next = Pause;

    /// <inheritdoc/>
    public void Show(LoadSnapshot moment)
    {
        if (moment.Elapsed >= _next)
        {
            _next = moment.Elapsed + Pause;
            output.WriteLine(Moment.Line(moment));
        }
    }
}
