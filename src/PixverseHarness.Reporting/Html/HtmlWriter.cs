using System.Globalization;
using System.Text.Encodings.Web;

namespace PixverseHarness.Reporting.Html;

/// <summary>
/// The one way into the HTML report. Text and attribute values are encoded always; element and attribute names, and the
/// style sheet, are constants of this project.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly TextWriter _output;
    private readonly Stack<string> _open = new();

    public HtmlWriter(TextWriter output) => _output = output;

    /// <summary>Opens an element until the result is disposed.</summary>
    public Scope In(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        _output.Write('>');
        _open.Push(name);
        return new Scope(this);
    }

    /// <summary>Writes an element that holds text alone.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        using (In(name, attributes))
        {
            Text(text);
        }
    }

    /// <summary>Writes an element without content, as HTML's void elements and SVG's shapes have none.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        _output.Write("/>");
    }

    public void Text(string text) => _output.Write(HtmlEncoder.Default.Encode(text));

    /// <summary>Writes the document type.</summary>
    public void DocumentType() => _output.Write("<!DOCTYPE html>");

    /// <summary>Writes the embedded style sheet, which is ours and constant.</summary>
    public void StyleSheet(string css)
    {
        _output.Write("\n<style>\n");
        _output.Write(css);
        _output.Write("</style>");
    }

    /// <summary>Coordinates to a hundredth of a pixel, in the invariant culture.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Start(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _output.Write('\n');
        _output.Write('<');
        _output.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            var text = value switch
            {
                null => null,
                double number => Coordinate(number),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
            if (text is not null)
            {
                _output.Write($" {attribute}=\"{HtmlEncoder.Default.Encode(text)}\"");
            }
        }
    }

    private void Close() => _output.Write($"</{_open.Pop()}>");

    /// <summary>Closes its element when disposed.</summary>
    public readonly ref struct Scope
    {
        private readonly HtmlWriter _writer;

        public Scope(HtmlWriter writer) => _writer = writer;

        public void Dispose() => _writer.Close();
    }
}
