using System.Reflection;
using PixverseHarness.Reporting.Html.Sections;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Html;

/// <summary>
/// One HTML file that needs nothing else: no script, no font, no network. Its content security policy forbids them, so
/// even text that slipped through the encoding could not run.
/// </summary>
internal sealed class HtmlExporter : IRunExporter
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static readonly string StyleSheet = ReadStyleSheet();

    public string Format => "html";

    public string FileName => "report.html";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.In("html", ("lang", "en")))
        {
            using (html.In("head"))
            {
                html.Empty("meta", ("charset", "utf-8"));
                html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
                html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Empty("link", ("rel", "icon"), ("href", "data:,"));
                html.Element("title", $"{Figures.Name(run.Verdict.Result)} · {run.Run.Name} · PixverseHarness");
                html.StyleSheet(StyleSheet);
            }

            using (html.In("body"))
            {
                using (html.In("main"))
                {
                    WriteBody(html, run, host);
                }
            }
        }

        output.Write('\n');
    }

    private static void WriteBody(HtmlWriter html, RunDocument run, HostDocument? host)
    {
        SummarySection.Verdict(html, run);
        if (run.Measured is { } headline)
        {
            SummarySection.Headline(html, Facts.Headline(headline));
        }

        if (run.Verification is { } looked)
        {
            SummarySection.Headline(html, Coverage.Headline(looked));
        }

        SummarySection.Thresholds(html, run);
        if (run.Measured is not null || run.Remarks.Length > 0)
        {
            SummarySection.Trust(html, run, host);
        }

        FindingsSection.Write(html, run);
        if (run.Verification is { } verification)
        {
            CoverageSection.Write(html, verification);
        }

        if (run.Measured is { } measured)
        {
            MeasuredSection.Write(html, measured);
        }

        using (Page.Section(html, "Run"))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Facts(html, Facts.Origin(run, host));
            }
        }

        html.Element("footer", run.Measured is null ? "Written by pixverse verify." : Figures.UnitOfTime(run));
    }

    private static string ReadStyleSheet()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style sheet is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
