using System.Globalization;
using PixverseHarness.Results.Comparison;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.TestKit;

namespace PixverseHarness.Reporting.Tests;

public sealed class ComparisonReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    public void Write_SlowerRun_IsTheCommittedTextInEveryCulture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var output = new StringWriter(CultureInfo.InvariantCulture);

            ComparisonReport.Write(RunComparison.Of(Run(1, 44), Run(2, 50)), output);

            GoldenFile.Matches("reports/samples/comparison/comparison.txt", output.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static RunDocument Run(int seed, int seconds) => RunDocument.Conclude(
        SampleRuns.Verification().Run with { Kind = RunKind.Load, Seed = seed },
        PlayedRun.Of(new PlayedRunOptions { Seed = seed, MeanRun = TimeSpan.FromSeconds(seconds), FailedByService = 0.02, NeverEnds = 0.01 }).Measure(),
        []);
}
