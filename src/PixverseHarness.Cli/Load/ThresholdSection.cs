using System.Collections.Immutable;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Cli.Load;

/// <summary>Reads the thresholds of a scenario: each a text, or an object with the same text and further members.</summary>
internal static class ThresholdSection
{
    /// <summary>The thresholds that are right; the others have been reported.</summary>
    public static ImmutableArray<Threshold> Read(JsonSection root)
    {
        var thresholds = ImmutableArray.CreateBuilder<Threshold>();
        foreach (var (name, text, section) in root.Mixed("thresholds"))
        {
            var threshold = section is null ? ThresholdParser.Parse(text!, out var fault) : ReadObject(section, out fault);
            if (threshold is not null)
            {
                thresholds.Add(threshold);
            }
            else if (fault is not null)
            {
                root.RefuseMember(name, fault.TrimEnd('.'));
            }
        }

        return thresholds.ToImmutable();
    }

    private static Threshold? ReadObject(JsonSection section, out string? fault)
    {
        fault = null;
        section.Require("metric");
        section.Require("threshold");
        var metric = section.Text("metric");
        var options = new ThresholdOptions
        {
            Threshold = section.Text("threshold") ?? "",
            Window = section.Text("window"),
            For = section.Text("for"),
            MinSamples = (long?)section.WholeNumber("minSamples", 1, long.MaxValue),
            AbortOnFail = section.Flag("abortOnFail") ?? false,
            DelayAbortEval = section.Text("delayAbortEval"),
            OnNoData = section.Word("onNoData", ["fail", "pass"]) == "pass" ? NoDataMeaning.Pass : NoDataMeaning.Fail,
        };
        section.Close();
        return metric is null || options.Threshold.Length == 0 ? null : ThresholdParser.Parse(metric, options, out fault);
    }
}
