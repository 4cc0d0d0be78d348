using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Text;

namespace PixverseHarness.Results.Thresholds;

/// <summary>
/// Reads thresholds. The grammar is that of k6, with units, windows and a holding time:
/// <code>
/// threshold  = selector ":" expression
/// selector   = metric [ "{" tag { "," tag } "}" ]
/// tag        = name ":" value                    phase, outcome, cohort, source, operation, window
/// expression = aggregate operator limit [ "for" duration ]
/// aggregate  = "avg" | "min" | "max" | "med" | "p(" number ")" | "rate" | "count" | "value"
/// operator   = "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!="
/// limit      = duration                          of a metric of durations: 300ms, 1.5s, 5m, 1h30m
///            | number [ "%" ]                    of a share: 0.01 or 1%
///            | number [ "/s" | "/m" | "/h" ]     of a count per time
///            | number                            else
/// </code>
/// A bare number for a duration is refused, because tools disagree on its unit.
/// </summary>
public static partial class ThresholdParser
{
    private static readonly string[] Operators = ["<=", ">=", "==", "!=", "<", ">"];

    /// <summary>Reads the short form, such as <c>job_duration{phase:run}: p(95)&lt;120s</c>.</summary>
    /// <returns>Null and a fault in one sentence if the text is not a threshold.</returns>
    public static Threshold? Parse(string text, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', text.IndexOf('}') + 1);
        if (colon < 0)
        {
            fault = $"Threshold \"{text}\" has no condition. Write it as metric: condition, such as \"job_duration: p(95)<120s\".";
            return null;
        }

        return Parse(text[..colon], new ThresholdOptions { Threshold = text[(colon + 1)..] }, out fault);
    }

    /// <summary>Reads the object form under its selector.</summary>
    /// <returns>Null and a fault in one sentence if it is not a threshold.</returns>
    public static Threshold? Parse(string selector, ThresholdOptions options, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            fault = null;
            return Read(selector, options);
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
            return null;
        }
    }

    private static Threshold Read(string selector, ThresholdOptions options)
    {
        var head = Selector().Match(selector);
        if (!head.Success)
        {
            throw new FormatException($"Selector \"{selector.Trim()}\" is not metric or metric{{tag:value}}, such as job_duration{{phase:run}}.");
        }

        var metric = FindMetric(head.Groups["metric"].Value);
        var tags = ReadTags(metric, head.Groups["tags"].Value, out var window);
        var tail = Expression().Match(options.Threshold);
        if (!tail.Success)
        {
            throw new FormatException(
                $"Condition \"{options.Threshold.Trim()}\" is not aggregate, operator, limit, such as p(95)<120s. Operators: {string.Join(' ', Operators)}");
        }

        var (aggregate, percent) = ReadAggregate(metric, tail.Groups["aggregate"].Value);
        var holding = Duration(tail.Groups["for"] is { Success: true } written ? written.Value : options.For, "for") ?? TimeSpan.Zero;
        var span = window ?? Duration(options.Window, "window");
        if (span is not null && metric.Kind == MetricKind.Level && aggregate == ThresholdAggregate.Maximum)
        {
            throw new FormatException($"The max of {metric.Name} has no window. Use avg, or drop the window.");
        }

        var limitText = tail.Groups["limit"].Value.Trim();
        var shown = string.Concat(tags.Select(tag => $",{tag.Key}:{tag.Value}")).TrimStart(',');
        return new Threshold
        {
            Text = $"{metric.Name}{(shown.Length > 0 ? $"{{{shown}}}" : "")}: {tail.Groups["aggregate"].Value}{tail.Groups["operator"].Value}{limitText}",
            MetricName = metric.Name,
            Tags = tags,
            Aggregate = aggregate,
            Percent = percent,
            Operator = tail.Groups["operator"].Value,
            Limit = ReadLimit(metric, aggregate, limitText),
            Window = span,
            For = holding,
            MinSamples = options.MinSamples ?? (aggregate == ThresholdAggregate.Percentile ? OrderStatistics.SamplesNeeded(percent / 100) : 1),
            AbortOnFail = options.AbortOnFail,
            DelayAbortEval = Duration(options.DelayAbortEval, "delayAbortEval") ?? TimeSpan.Zero,
            OnNoData = options.OnNoData,
        };
    }

    private static Metric FindMetric(string name) => MetricCatalog.All.TryGetValue(name, out var metric)
        ? metric
        : throw new FormatException($"There is no metric \"{name}\".{Nearest.Hint(name, [.. MetricCatalog.All.Keys])}");

    private static ImmutableArray<KeyValuePair<string, string>> ReadTags(Metric metric, string text, out TimeSpan? window)
    {
        window = null;
        var tags = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split(':', 2, StringSplitOptions.TrimEntries) is [var key, var rest]
                ? (key, rest)
                : throw new FormatException($"Tag \"{part}\" of {metric.Name} is not name:value.");
            if (string.Equals(name, "window", StringComparison.Ordinal))
            {
                window = Duration(value, "window");
                continue;
            }

            if (!metric.Tags.Contains(name, StringComparer.Ordinal))
            {
                throw new FormatException($"Metric {metric.Name} has no tag \"{name}\".{Nearest.Hint(name, [.. metric.Tags, "window"])}");
            }

            if (MetricCatalog.TagValues(name) is { } allowed && !allowed.Contains(value, StringComparer.Ordinal))
            {
                throw new FormatException($"Tag {name} has no value \"{value}\".{Nearest.Hint(value, allowed)}");
            }

            tags.Add(new(name, value));
        }

        if (metric.RequiredTag is { } required && !tags.Any(tag => string.Equals(tag.Key, required, StringComparison.Ordinal)))
        {
            throw new FormatException(
                $"Metric {metric.Name} needs the tag {required} ({string.Join(", ", MetricCatalog.TagValues(required) ?? [])}): pooled, polls would drown the rest.");
        }

        return tags.DrainToImmutable();
    }

    private static (ThresholdAggregate Aggregate, double Percent) ReadAggregate(Metric metric, string text)
    {
        (ThresholdAggregate Aggregate, double Percent)? read = text switch
        {
            "avg" => (ThresholdAggregate.Average, 0),
            "min" => (ThresholdAggregate.Minimum, 0),
            "max" => (ThresholdAggregate.Maximum, 0),
            "med" => (ThresholdAggregate.Percentile, 50),
            "rate" => (ThresholdAggregate.Rate, 0),
            "count" => (ThresholdAggregate.Count, 0),
            "value" => (ThresholdAggregate.Value, 0),
            _ when Percentile().Match(text) is { Success: true } match
                && double.Parse(match.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and < 100 and var percent =>
                (ThresholdAggregate.Percentile, percent),
            _ => null,
        };
        var family = read?.Aggregate == ThresholdAggregate.Percentile ? (text == "med" ? "med" : "p(N)") : text;
        return read is { } known && metric.Aggregates.Contains(family, StringComparer.Ordinal)
            ? known
            : throw new FormatException($"Metric {metric.Name} has no aggregate \"{text}\".{Nearest.Hint(text, metric.Aggregates)}");
    }

    private static double ReadLimit(Metric metric, ThresholdAggregate aggregate, string text)
    {
        if (aggregate == ThresholdAggregate.Count || metric.Kind is MetricKind.Number or MetricKind.Level or MetricKind.Value)
        {
            return Number(text) ?? throw new FormatException($"Limit \"{text}\" of {metric.Name} is not a number.");
        }

        return metric.Kind switch
        {
            MetricKind.Duration => DurationText.Parse(text)
                ?? throw new FormatException($"Limit \"{text}\" of {metric.Name} is not a duration. Write a unit, such as 300ms, 1.5s, 5m or 1h30m."),
            MetricKind.Share => Scaled(text, ("%", 0.01))
                ?? throw new FormatException($"Limit \"{text}\" of {metric.Name} is not a share, such as 0.01 or 1%."),
            _ => Scaled(text, ("/s", 1), ("/m", 1 / 60.0), ("/h", 1 / 3600.0))
                ?? throw new FormatException($"Limit \"{text}\" of {metric.Name} is not a rate, such as 0.5/s or 30/m."),
        };
    }

    private static double? Scaled(string text, params (string Suffix, double Factor)[] units)
    {
        var unit = Array.Find(units, entry => text.EndsWith(entry.Suffix, StringComparison.Ordinal));
        return unit.Suffix is null ? Number(text) : Number(text[..^unit.Suffix.Length]) * unit.Factor;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Duration(string? text, string member)
    {
        if (text is null)
        {
            return null;
        }

        return DurationText.Parse(text.Trim()) is > 0 and var microseconds
            ? TimeSpan.FromMicroseconds(microseconds)
            : throw new FormatException($"\"{text.Trim()}\" of {member} is not a duration. Write a unit, such as 30s, 5m or 1h30m.");
    }

    [GeneratedRegex(@"^\s*(?<metric>[A-Za-z0-9_]+)\s*(\{(?<tags>[^{}]*)\})?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Selector();

    [GeneratedRegex(@"^\s*(?<aggregate>[a-z]+(\([^()]*\))?)\s*(?<operator><=|>=|==|!=|<|>)\s*(?<limit>[^\s<>=!]+)(\s+for\s+(?<for>\S+))?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^p\(\s*(?<percent>[0-9]+(\.[0-9]+)?)\s*\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Percentile();
}
