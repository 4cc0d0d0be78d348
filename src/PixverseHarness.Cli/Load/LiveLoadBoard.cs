using PixverseHarness.Load.Engine;
using Spectre.Console;

namespace PixverseHarness.Cli.Load;

/// <summary>Redraws a small table in place.</summary>
internal sealed class LiveLoadBoard(LiveDisplayContext display) : ILoadBoard
{
    /// <inheritdoc/>
    public void Show(LoadSnapshot moment)
    {
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var (name, value) in Moment.Rows(moment))
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        }

        display.UpdateTarget(grid);
    }
}
