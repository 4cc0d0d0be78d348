using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Thresholds;

/// <summary>The tags of a selector, in the order written.</summary>
internal sealed class TagSet
{
    /// <summary>The outcome tag that selects every job.</summary>
    public const string AnyOutcome = "any";

    private readonly IReadOnlyDictionary<string, string> _tags;

    public TagSet(IReadOnlyDictionary<string, string> tags) => _tags = tags;

    public string? Cohort => _tags.GetValueOrDefault("cohort");

    public JobPhase Phase => Find(Enum.GetValues<JobPhase>(), JobOutcomes.ToTag, "phase") ?? JobPhase.EndToEnd;

    public MeasureSource? Source => Find(Enum.GetValues<MeasureSource>(), static source => TagNames.Of(source.ToString()), "source");

    public RequestOperation Operation => Find(Enum.GetValues<RequestOperation>(), JobOutcomes.ToTag, "operation") ?? default;

    /// <summary>
    /// Without an outcome tag, and with <c>completed</c>: completed jobs, and those that outlived our watching, since they
    /// may yet complete. With another one, the jobs of that outcome.
    /// </summary>
    public bool Selects(JobOutcome outcome) => _tags.GetValueOrDefault("outcome") switch
    {
        null or "completed" => outcome == JobOutcome.Completed || outcome.IsCensored(),
        AnyOutcome => true,
        var tag => string.Equals(tag, outcome.ToTag(), StringComparison.Ordinal),
    };

    private T? Find<T>(T[] values, Func<T, string> tag, string key)
        where T : struct
    {
        var wanted = _tags.GetValueOrDefault(key);
        var index = Array.FindIndex(values, value => string.Equals(tag(value), wanted, StringComparison.Ordinal));
        return index < 0 ? null : values[index];
    }
}
