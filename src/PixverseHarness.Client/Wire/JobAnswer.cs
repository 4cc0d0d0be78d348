using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>What the client needs from the JSON of a submit, status or result answer, or of an error. Everything is optional.</summary>
internal struct JobAnswer
{
    /// <summary>The state, if the status is one that the contract knows.</summary>
    public JobState? State;

    /// <summary>The status, if the contract does not know it.</summary>
    public string? UnknownState;

    /// <summary>The service's words about an error.</summary>
    public string? ErrorText;

    public string? RequestId;
    public string? StatusUrl;
    public string? ResponseUrl;

    /// <summary>The <c>output</c> member, if it is a string.</summary>
    public string? Output;

    /// <summary>The <c>url</c> member of <c>video</c>.</summary>
    public string? VideoUrl;

    public StatedMetrics Metrics;
}
