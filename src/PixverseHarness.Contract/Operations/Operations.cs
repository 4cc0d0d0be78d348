using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Operations;

/// <summary>The closed list of operations, and the names they share.</summary>
public static class Operations
{
    /// <summary>The model's name in the path (API page).</summary>
    public const string Slug = "pixverse-text2video";

    /// <summary>Header that carries the API key (section 2, documented).</summary>
    public const string KeyHeader = "x-api-key";

    /// <summary>Header of a 429, and of v1 answers, that names the end of the current window (sections 7 and 9).</summary>
    public const string RateLimitResetHeader = "x-rate-limit-reset-at-utc";

    /// <summary>Origin of the live API.</summary>
    public static Uri LiveOrigin { get; } = new("https://api.segmind.com");

    /// <summary>Every operation, in the order of the facts sheet.</summary>
    public static ImmutableArray<OperationSpec> All { get; } =
    [
        new(ApiOperation.GenerateSync, "generate-sync", "POST", $"/v1/{Slug}", "video/mp4",
            "Generates a video in one blocking call and answers its bytes.",
            Evidence.Documented("API page; bytes as body: practice of three clients", "3, 7")),
        new(ApiOperation.Submit, "submit", "POST", $"/v2/{Slug}", "application/json",
            "Accepts a job and answers its id and URLs at once.",
            Evidence.Documented("API page, async guide", "3, 5")),
        new(ApiOperation.GetStatus, "status", "GET", "/v2/requests/{id}/status", "application/json",
            "Answers the state and the metrics of a job, without its output.",
            Evidence.Documented("API page, async guide", "3, 6")),
        new(ApiOperation.GetResult, "result", "GET", "/v2/requests/{id}", "application/json",
            "Answers the full result of a job.",
            Evidence.Documented("API page, async guide", "3, 6")),
        new(ApiOperation.GetV1Result, "v1-result", "GET", "/v1/requests/{id}", "application/json",
            "The backward-compatible poll URL of a submit answer; the shape of its success is unpublished.",
            Evidence.Documented("async guide names it; shape unknown", "3, 15")),
        new(ApiOperation.GetCredits, "credits", "GET", "/v1/get-user-credits", "application/json",
            "Answers the balance of the key; runs no model and costs nothing.",
            Evidence.Documented("billing pages", "3")),
    ];

    /// <summary>The description of one operation.</summary>
    public static OperationSpec Get(ApiOperation operation) => All[(int)operation];

    /// <summary>The operation with this short name, or null.</summary>
    public static OperationSpec? Find(string name) => All.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.Ordinal));
}
