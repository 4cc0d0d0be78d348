using System.Text.Json.Nodes;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>The extension <c>x-async-job</c>: the life of the job that an operation starts. <c>docs/openapi.md</c> describes its members.</summary>
internal static class AsyncJob
{
    private const int FirstPollSeconds = 1;

    /// <summary>The extension under a profile.</summary>
    public static JsonObject Build(ApiProfile profile) => new()
    {
        ["id"] = new JsonObject { ["pointer"] = "/request_id", ["x-evidence"] = Nodes.Evidence("PV-SUBMIT-003") },
        ["state"] = new JsonObject { ["pointer"] = "/status", ["x-evidence"] = Nodes.Evidence("PV-STATUS-001") },
        ["status"] = Read(ApiOperation.GetStatus, "/status_url"),
        ["result"] = Read(ApiOperation.GetResult, "/response_url"),
        ["initial"] = JobState.Queued.ToWire(),
        ["states"] = States(profile),
        ["terminal"] = Nodes.Texts(All.Where(s => s.IsTerminal()).Select(s => s.ToWire())),
        ["transitions"] = Nodes.List(
            from state in All from next in All where state.CanStepTo(next) select Transition(state, next)),
        ["retention"] = new JsonObject
        {
            ["seconds"] = (int)ApiLimits.Retention.TotalSeconds,
            ["from"] = profile.Retention.ToString().ToLowerInvariant(),
            ["afterwards"] = new JsonObject { ["http"] = ErrorCauses.ResultExpired.Status, ["cause"] = ErrorCauses.ResultExpired.Name },
            ["x-evidence"] = Nodes.Evidence(ApiLimits.RetentionEvidence),
        },
        ["poll"] = new JsonObject
        {
            ["firstSeconds"] = FirstPollSeconds,
            ["laterSeconds"] = Nodes.List(5, 10),
            ["averageJobSeconds"] = (decimal)ApiLimits.AverageJobTime.TotalSeconds,
            ["x-evidence"] = Nodes.Evidence("PV-STATUS-025"),
        },
    };

    private static JobState[] All { get; } = Enum.GetValues<JobState>();

    private static JsonObject Read(ApiOperation operation, string pointer)
    {
        var spec = Operations.Operations.Get(operation);
        return new JsonObject
        {
            ["operationId"] = spec.Name,
            ["method"] = spec.Method,
            ["template"] = spec.PathTemplate,
            ["pointer"] = pointer,
            ["x-evidence"] = Nodes.Evidence(spec.Evidence),
        };
    }

    private static JsonObject States(ApiProfile profile)
    {
        var states = new JsonObject();
        foreach (var state in All)
        {
            states[state.ToWire()] = new JsonObject
            {
                ["terminal"] = state.IsTerminal(),
                ["http"] = new JsonObject
                {
                    ["status"] = StatusOf(state),
                    ["result"] = !state.IsTerminal() && profile.UnfinishedResult == UnfinishedResult.NotFound
                        ? ErrorCauses.RequestNotFound.Status
                        : StatusOf(state),
                },
                ["x-evidence"] = Nodes.Evidence(state switch
                {
                    JobState.Completed => "PV-STATUS-011",
                    JobState.Failed => "PV-STATUS-020",
                    _ => "PV-STATUS-007",
                }),
            };
        }

        return states;
    }

    private static int StatusOf(JobState state) => state == JobState.Failed ? ErrorCauses.GenerationFailed.Status : OperationSpec.SuccessStatus;

    private static JsonObject Transition(JobState from, JobState to) => new()
    {
        ["from"] = from.ToWire(),
        ["to"] = to.ToWire(),
        ["x-evidence"] = Nodes.Evidence(from == JobState.Queued ? "PV-STATUS-003" : "PV-STATUS-004"),
    };
}
