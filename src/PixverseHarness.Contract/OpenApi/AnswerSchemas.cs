using System.Text.Json.Nodes;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>The bodies of answers. Unknown members are allowed everywhere: a client must live with new ones.</summary>
internal static class AnswerSchemas
{
    /// <summary>Answer of a submit.</summary>
    public const string Submitted = "SubmittedJob";

    /// <summary>A job that is QUEUED or PROCESSING.</summary>
    public const string Unfinished = "UnfinishedJob";

    /// <summary>Status of a COMPLETED job.</summary>
    public const string CompletedStatus = "CompletedStatus";

    /// <summary>Result of a COMPLETED job.</summary>
    public const string CompletedResult = "CompletedResult";

    /// <summary>A FAILED job, alike for status and result.</summary>
    public const string Failed = "FailedJob";

    /// <summary>Whatever is known of a job, in any state.</summary>
    public const string Job = "Job";

    /// <summary>The balance.</summary>
    public const string Credits = "Credits";

    /// <summary>An error.</summary>
    public const string Error = "Error";

    private const string Metrics = "Metrics";
    private const string Video = "VideoFile";

    private static readonly string[] Urls = ["status_url", "response_url"];

    private static readonly Dictionary<Type, string> References = new()
    {
        [typeof(JobMetrics)] = Metrics,
        [typeof(VideoFile)] = Video,
    };

    /// <summary>Every schema with its name.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> All(ApiProfile profile) =>
    [
        (Submitted, SubmittedJob(profile)),
        (Job, AnyJob(profile)),
        (Unfinished, State(
            [JobState.Queued, JobState.Processing], ["status", "request_id", .. Urls, "metrics"], [], "PV-STATUS-008", "PV-STATUS-009", "PV-STATUS-010")),
        (CompletedStatus, State(
            [JobState.Completed], ["status", "request_id", "metrics"], [.. Urls, "output", "video"], "PV-STATUS-012", "PV-STATUS-013", "PV-STATUS-019")),
        (CompletedResult, State([JobState.Completed], ["status", "metrics", "output"], Urls, "PV-RESULT-002", "PV-RESULT-003", "PV-RESULT-018")),
        (Failed, State(
            [JobState.Failed],
            profile.FailedBodyHasRequestId ? ["status", "error", "metrics", "request_id"] : ["status", "error", "metrics"],
            ["output", "video"],
            "PV-STATUS-020", "PV-RESULT-015")),
        (Metrics, MetricsOfAJob()),
        (Video, Required(WireSchema.Of(ContractJson.Default.VideoFile, References), "url")),
        (Credits, Required(WireSchema.Of(ContractJson.Default.CreditsResponse, References), "credits")),
        (Error, ErrorBody()),
    ];

    /// <summary>Form of a request id.</summary>
    public static JsonObject RequestId(ApiProfile profile) => new()
    {
        ["type"] = "string",
        ["pattern"] = profile.IdFormat == RequestIdFormat.Uuid
            ? "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
            : "^[0-9a-f]{32}$",
        ["x-evidence"] = Nodes.Evidence(ProfileSwitches.Find("id-format")!.Evidence),
    };

    private static JsonObject SubmittedJob(ApiProfile profile)
    {
        var schema = Required(WireSchema.Of(ContractJson.Default.SubmitResponse, References), ["request_id", "status", .. Urls]);
        schema["properties"]!["request_id"] = RequestId(profile);
        schema["properties"]!["status"] = new JsonObject { ["const"] = JobState.Queued.ToWire() };
        schema["x-evidence"] = Nodes.Evidence("PV-SUBMIT-003", "PV-SUBMIT-004", "PV-SUBMIT-005");
        return schema;
    }

    private static JsonObject AnyJob(ApiProfile profile)
    {
        var schema = Required(WireSchema.Of(ContractJson.Default.JobResponse, References), "status");
        var properties = schema["properties"]!;
        properties["status"] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = Nodes.Texts(Enum.GetValues<JobState>().Select(s => s.ToWire())),
            ["x-evidence"] = Nodes.Evidence("PV-STATUS-001"),
        };
        properties["request_id"] = RequestId(profile);
        properties["error"] = new JsonObject { ["description"] = "Null unless the job failed; a string in every case seen." };
        properties["output"] = new JsonObject { ["description"] = "The URL of the video; other models of this vendor answer lists." };
        properties["timings"] = new JsonObject { ["description"] = "Times of the model's stages; its members are unknown." };
        return schema;
    }

    /// <summary>A job in a state: some members are there, others are not.</summary>
    private static JsonObject State(JobState[] states, string[] present, string[] absent, string clause, params string[] more)
    {
        var own = new JsonObject
        {
            ["required"] = Nodes.Texts(present),
            ["properties"] = new JsonObject { ["status"] = new JsonObject { ["enum"] = Nodes.Texts(states.Select(s => s.ToWire())) } },
        };
        if (states is [JobState.Completed])
        {
            own["properties"]!["metrics"] = new JsonObject { ["required"] = Nodes.Texts("inference_time") };
        }
        else if (states is [JobState.Failed])
        {
            own["properties"]!["metrics"] = new JsonObject { ["not"] = new JsonObject { ["required"] = Nodes.Texts("cost") } };
        }

        if (absent.Length > 0)
        {
            own["not"] = new JsonObject { ["anyOf"] = Nodes.List(absent.Select(a => new JsonObject { ["required"] = Nodes.Texts(a) })) };
        }

        return new JsonObject
        {
            ["allOf"] = Nodes.List(Nodes.Schema(Job), own),
            ["x-evidence"] = Nodes.Evidence(clause, more),
        };
    }

    private static JsonObject MetricsOfAJob()
    {
        var schema = WireSchema.Of(ContractJson.Default.JobMetrics, References);
        foreach (var (name, property) in schema["properties"]!.AsObject())
        {
            if (name != "remaining_credits")
            {
                property!["minimum"] = 0;
            }
        }

        schema["description"] = "Seconds and dollars; empty while the job runs, without cost when it failed.";
        schema["x-evidence"] = Nodes.Evidence("PV-STATUS-014", "PV-STATUS-015", "PV-STATUS-016", "PV-STATUS-018");
        return schema;
    }

    private static JsonObject ErrorBody()
    {
        var schema = Required(WireSchema.Of(ContractJson.Default.ErrorResponse, References), "error");
        schema["properties"]!["error"] = new JsonObject { ["type"] = "string", ["description"] = "A sentence for people; no source has a code." };
        schema["x-evidence"] = Nodes.Evidence("PV-ERROR-001", "PV-ERROR-003");
        return schema;
    }

    private static JsonObject Required(JsonObject schema, params IEnumerable<string> members)
    {
        schema["required"] = Nodes.Texts(members);
        return schema;
    }
}
