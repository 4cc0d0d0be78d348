using System.Globalization;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>One body for each thing that can be answered, all about the same made-up job.</summary>
internal sealed class AnswerExamples(ApiProfile profile)
{
    private const decimal Cost = 0.375m;

    private readonly string _id = profile.IdFormat == RequestIdFormat.Uuid
        ? "3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9"
        : "3f0c7a5291d44be8a6c35d27e08b41f9";

    /// <summary>Answer of a submit.</summary>
    public JsonObject Submitted() => With(
        new JsonObject { ["request_id"] = _id, ["status"] = JobState.Queued.ToWire(), ["poll_url"] = Url(ApiOperation.GetV1Result) }, Urls());

    /// <summary>A job before its end.</summary>
    public JsonObject Unfinished(JobState state) => With(
        new JsonObject { ["request_id"] = _id, ["status"] = state.ToWire(), ["metrics"] = new JsonObject() }, Urls());

    /// <summary>Status of a completed job.</summary>
    public JsonObject CompletedStatus() => new()
    {
        ["request_id"] = _id,
        ["status"] = JobState.Completed.ToWire(),
        ["metrics"] = new JsonObject
        {
            ["inference_time"] = 43.7m,
            ["queue_time"] = 0.2m,
            ["total_time"] = 43.9m,
            ["cost"] = Cost,
            ["remaining_credits"] = 12.625m,
        },
    };

    /// <summary>Result of a completed job.</summary>
    public JsonObject CompletedResult()
    {
        const string Output = "https://videos.example/fox.mp4";
        return With(CompletedStatus(), new JsonObject
        {
            ["error"] = null,
            ["output"] = Output,
            ["prompt"] = "A red fox runs through snow",
            ["seed"] = "56698",
            ["video"] = new JsonObject { ["url"] = Output, ["content_type"] = "video/mp4", ["file_name"] = "fox.mp4", ["file_size"] = "104857" },
        });
    }

    /// <summary>A failed job.</summary>
    public JsonObject Failed(ErrorCause cause)
    {
        var body = new JsonObject
        {
            ["status"] = JobState.Failed.ToWire(),
            ["error"] = cause.Message,
            ["metrics"] = new JsonObject { ["inference_time"] = 2.41m, ["queue_time"] = 0.05m, ["total_time"] = 2.46m },
        };
        if (profile.FailedBodyHasRequestId)
        {
            body["request_id"] = _id;
        }

        return body;
    }

    /// <summary>An error.</summary>
    public JsonObject Error(ErrorCause cause) => new()
    {
        ["error"] = cause.Message
            .Replace("{id}", _id, StringComparison.Ordinal)
            .Replace("{balance}", "0.1", StringComparison.Ordinal)
            .Replace("{required}", PriceTable.Lowest.ToDollars().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
    };

    /// <summary>The balance.</summary>
    public JsonObject Credits() => new() { ["credits"] = 12.625m, ["free-credits"] = 0m };

    private JsonObject Urls() => new() { ["status_url"] = Url(ApiOperation.GetStatus), ["response_url"] = Url(ApiOperation.GetResult) };

    private string Url(ApiOperation operation) =>
        new Uri(Operations.Operations.LiveOrigin, Operations.Operations.Get(operation).PathFor(_id)).AbsoluteUri;

    private static JsonObject With(JsonObject body, JsonObject more)
    {
        foreach (var (name, value) in more)
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
