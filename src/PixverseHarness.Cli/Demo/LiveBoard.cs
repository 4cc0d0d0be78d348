using PixverseHarness.Client;
using PixverseHarness.Load.Schedules;
using Spectre.Console;

namespace PixverseHarness.Cli.Demo;

/// <summary>Shows the tour as a bar that fills as jobs end, with the states beside it.</summary>
internal sealed class LiveBoard(ProgressContext progress) : IDemoBoard
{
    private readonly JobTally _tally = new();
    private ProgressTask? _bar;

    /// <summary>The live display that a board draws on.</summary>
    public static Progress On(IAnsiConsole terminal) =>
        terminal.Progress().AutoClear(true).Columns(new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left });

    /// <inheritdoc/>
    public void Report(JobProgress value) => _tally.Report(value);

    /// <inheritdoc/>
    public void Submitted(int sent, int accepted)
    {
        _tally.Accepted = accepted;
        _bar = progress.AddTask("submitted", maxValue: accepted);
    }

    /// <inheritdoc/>
    public void Moved(TimeSpan elapsed)
    {
        _bar!.Value = _tally.Ended;
        _bar.Description = $"+{DurationText.Format(elapsed)} [grey]{_tally}[/]";
    }
}
