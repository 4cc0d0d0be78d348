using System.Collections.Immutable;
using PixverseHarness.Reporting.Html;
using PixverseHarness.Reporting.Json;
using PixverseHarness.Reporting.JUnit;
using PixverseHarness.Reporting.Markdown;
using PixverseHarness.Reporting.Sarif;
using PixverseHarness.Reporting.Text;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting;

/// <summary>The report formats.</summary>
public static class RunExporters
{
    /// <summary>Every format: text, json, junit, markdown, sarif, html.</summary>
    public static ImmutableArray<IRunExporter> All { get; } =
    [
        new TextExporter(), new JsonExporter(), new JUnitExporter(), new MarkdownExporter(), new SarifExporter(), new HtmlExporter(),
    ];

    /// <summary>The exporter of a format; null if there is none.</summary>
    public static IRunExporter? Find(string format) =>
        All.FirstOrDefault(exporter => string.Equals(exporter.Format, format, StringComparison.OrdinalIgnoreCase));

    /// <summary>Renders into a string.</summary>
    public static string Render(this IRunExporter exporter, RunDocument run, HostDocument? host = null)
    {
        ArgumentNullException.ThrowIfNull(exporter);
        using var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        exporter.Write(run, host, output);
        return output.ToString();
    }
}
