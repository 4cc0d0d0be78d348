using System.Globalization;
using PixverseHarness.TestKit;

namespace PixverseHarness.Reporting.Tests;

public sealed class ExporterGoldenTests
{
    public static TheoryData<string, string> FormatsAndCultures()
    {
        var data = new TheoryData<string, string>();
        foreach (var exporter in RunExporters.All)
        {
            data.Add(exporter.Format, "");
            data.Add(exporter.Format, "de-DE");
            data.Add(exporter.Format, "tr-TR");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FormatsAndCultures))]
    public void Render_SampleRuns_AreTheCommittedFilesInEveryCulture(string format, string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var exporter = RunExporters.Find(format)!;

            GoldenFile.Matches($"reports/samples/load/{exporter.FileName}", exporter.Render(SampleRuns.Load(), SampleRuns.Host));
            GoldenFile.Matches($"tests/PixverseHarness.Reporting.Tests/Golden/{exporter.FileName}", exporter.Render(SampleRuns.Verification()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Find_UnknownFormat_IsNull() => Assert.Null(RunExporters.Find("pdf"));
}
