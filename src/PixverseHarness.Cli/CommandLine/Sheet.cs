using Spectre.Console;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>Rows in columns: a drawn table on a terminal, aligned plain text elsewhere.</summary>
internal sealed class Sheet
{
    private readonly string[] _headings;
    private readonly List<(string[] Cells, Color Colour)> _rows = [];

    /// <summary>Names the columns.</summary>
    public Sheet(params string[] headings) => _headings = headings;

    /// <summary>Adds a row.</summary>
    /// <param name="colour">Colour of its first cell on a terminal.</param>
    /// <param name="cells">One a column.</param>
    public void Add(Color colour, params string[] cells) => _rows.Add((cells, colour));

    /// <summary>Writes everything to the verb's output.</summary>
    public void WriteTo(VerbContext context)
    {
        if (context.IsPlain)
        {
            WriteAligned(context.Output);
        }
        else
        {
            context.Terminal.Write(Draw());
        }
    }

    private Table Draw()
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var column = 0; column < _headings.Length; column++)
        {
            var isLast = column == _headings.Length - 1;
            table.AddColumn(new TableColumn(new Text(_headings[column])) { NoWrap = !isLast });
        }

        foreach (var (cells, colour) in _rows)
        {
            table.AddRow(cells.Select((cell, column) => new Text(cell, column == 0 ? new Style(colour) : Style.Plain)));
        }

        return table;
    }

    private void WriteAligned(TextWriter output)
    {
        var lines = _rows.Select(r => r.Cells).Prepend(_headings).ToArray();
        var widths = _headings.Select((_, column) => lines.Max(cells => cells[column].Length)).ToArray();
        foreach (var cells in lines)
        {
            output.WriteLine(string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
