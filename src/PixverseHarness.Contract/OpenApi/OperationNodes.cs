using System.Globalization;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>The operations with what each takes and answers.</summary>
internal sealed class OperationNodes
{
    /// <summary>Tag of v2.</summary>
    public const string AsyncTag = "jobs";

    /// <summary>Tag of v1.</summary>
    public const string SyncTag = "sync";

    /// <summary>Tag of the account.</summary>
    public const string AccountTag = "account";

    private readonly ApiProfile _profile;
    private readonly AnswerExamples _examples;

    private OperationNodes(ApiProfile profile)
    {
        _profile = profile;
        _examples = new AnswerExamples(profile);
    }

    /// <summary>The paths under a profile.</summary>
    public static JsonObject Paths(ApiProfile profile)
    {
        var nodes = new OperationNodes(profile);
        var paths = new JsonObject();
        foreach (var spec in Operations.Operations.All)
        {
            paths[spec.PathTemplate] = new JsonObject { [spec.Method.ToLowerInvariant()] = nodes.Operation(spec) };
        }

        return paths;
    }

    private JsonObject Operation(OperationSpec spec)
    {
        var node = new JsonObject
        {
            ["operationId"] = spec.Name,
            ["summary"] = spec.Summary,
            ["tags"] = Nodes.Texts(TagOf(spec.Operation)),
        };
        if (spec.ReadsJob)
        {
            node["parameters"] = Nodes.List(new JsonObject
            {
                ["name"] = "id", ["in"] = "path", ["required"] = true,
                ["description"] = "request_id of the submit answer.",
                ["schema"] = AnswerSchemas.RequestId(_profile),
            });
        }

        if (spec.CreatesJob)
        {
            node["requestBody"] = Body();
        }

        node["responses"] = Responses(spec);
        if (spec.Operation == ApiOperation.Submit)
        {
            node["x-async-job"] = AsyncJob.Build(_profile);
        }

        node["x-evidence"] = Nodes.Evidence(spec.Evidence);
        return node;
    }

    private static string TagOf(ApiOperation operation) => operation switch
    {
        ApiOperation.GenerateSync => SyncTag,
        ApiOperation.GetCredits => AccountTag,
        _ => AsyncTag,
    };

    private static JsonObject Body() => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject
        {
            [RequestContentType.Json] = new JsonObject { ["schema"] = Nodes.Schema(RequestSchema.Name), ["example"] = RequestSchema.Example() },
            [RequestContentType.Form] = new JsonObject { ["schema"] = Nodes.Schema(RequestSchema.Name) },
        },
    };

    private JsonObject Responses(OperationSpec spec)
    {
        var responses = new JsonObject { [Text(OperationSpec.SuccessStatus)] = Success(spec) };
        foreach (var causes in ReachableCauses.Of(spec.Operation, _profile))
        {
            responses[Text(causes.Key)] = Failure([.. causes], isJob: spec.ReadsJob && causes.First().Stage == ErrorStage.Job);
        }

        return responses;
    }

    private JsonObject Success(OperationSpec spec) => spec.Operation switch
    {
        ApiOperation.GenerateSync => SyncSuccess(),
        ApiOperation.Submit => WithLinks(Answer("The job is accepted.", Nodes.Schema(AnswerSchemas.Submitted), ("queued", _examples.Submitted()))),
        ApiOperation.GetStatus => Answer(
            "The state of the job, unless it failed.",
            OneOf(AnswerSchemas.Unfinished, AnswerSchemas.CompletedStatus),
            [.. UnfinishedExamples(), ("completed", _examples.CompletedStatus())]),
        ApiOperation.GetResult when _profile.UnfinishedResult == UnfinishedResult.NotFound => Answer(
            "The job has completed.", Nodes.Schema(AnswerSchemas.CompletedResult), ("completed", _examples.CompletedResult())),
        ApiOperation.GetResult => Answer(
            "The job has completed, or is still under way.",
            OneOf(AnswerSchemas.Unfinished, AnswerSchemas.CompletedResult),
            [.. UnfinishedExamples(), ("completed", _examples.CompletedResult())]),
        ApiOperation.GetV1Result => Answer(
            "The job; the shape of this answer is unpublished.", Nodes.Schema(AnswerSchemas.Job), ("completed", _examples.CompletedResult())),
        _ => Answer("The balance.", Nodes.Schema(AnswerSchemas.Credits), ("credits", _examples.Credits())),
    };

    private (string Name, JsonObject Body)[] UnfinishedExamples() =>
    [
        ("queued", _examples.Unfinished(JobState.Queued)),
        ("processing", _examples.Unfinished(JobState.Processing)),
    ];

    private static JsonObject SyncSuccess() => new()
    {
        ["description"] = "The bytes of the video.",
        ["headers"] = new JsonObject
        {
            ["x-request-id"] = Header("Id of the call.", "string", "PV-SYNC-004"),
            ["x-generation-time"] = Header("Seconds that the generation took.", "number", "PV-SYNC-005"),
            ["x-cost"] = Header("Dollars charged.", "number", "PV-SYNC-006"),
            ["x-remaining-credits"] = Header("Balance after the charge.", "number", "PV-SYNC-007"),
            ["x-seed-value"] = Header("The seed that was used, where the model reports one.", "integer", "PV-SYNC-008"),
            [Operations.Operations.RateLimitResetHeader] = ResetHeader(),
        },
        ["content"] = new JsonObject { ["video/mp4"] = new JsonObject { ["schema"] = new JsonObject { ["contentMediaType"] = "video/mp4" } } },
    };

    private JsonObject Failure(ErrorCause[] causes, bool isJob)
    {
        var html = causes.All(c => c.IsHtml);
        var response = html
            ? new JsonObject
            {
                ["description"] = Sentence(causes),
                ["content"] = new JsonObject { ["text/html"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
            }
            : Answer(
                Sentence(causes),
                Nodes.Schema(isJob ? AnswerSchemas.Failed : AnswerSchemas.Error),
                [.. causes.Select(c => (c.Name, isJob ? _examples.Failed(c) : _examples.Error(c)))]);
        if (causes.Contains(ErrorCauses.RateLimited))
        {
            response["headers"] = new JsonObject { [Operations.Operations.RateLimitResetHeader] = ResetHeader() };
        }

        response["x-causes"] = Nodes.List(causes.Select(Cause));
        return response;
    }

    private static JsonObject Cause(ErrorCause cause) => new()
    {
        ["name"] = cause.Name,
        ["when"] = cause.When,
        ["retry"] = cause.Retry.ToString(),
        ["wordingIsKnown"] = cause.WordingIsKnown,
        ["x-evidence"] = Nodes.Evidence(cause.Evidence),
    };

    private static JsonObject Answer(string description, JsonObject schema, params (string Name, JsonObject Body)[] examples)
    {
        var named = new JsonObject();
        foreach (var (name, body) in examples)
        {
            named[name] = new JsonObject { ["value"] = body };
        }

        return new JsonObject
        {
            ["description"] = description,
            ["content"] = new JsonObject { [RequestContentType.Json] = new JsonObject { ["schema"] = schema, ["examples"] = named } },
        };
    }

    private static JsonObject WithLinks(JsonObject response)
    {
        var links = new JsonObject();
        foreach (var spec in Operations.Operations.All.Where(o => o.ReadsJob))
        {
            links[spec.Name] = new JsonObject
            {
                ["operationId"] = spec.Name,
                ["parameters"] = new JsonObject { ["id"] = "$response.body#/request_id" },
            };
        }

        response["links"] = links;
        return response;
    }

    private static JsonObject OneOf(params string[] schemas) => new() { ["oneOf"] = Nodes.List(schemas.Select(Nodes.Schema)) };

    private static JsonObject Header(string description, string type, string clause) => new()
    {
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = type },
        ["x-evidence"] = Nodes.Evidence(clause),
    };

    private static JsonObject ResetHeader() => Header("When the window of the rate limit ends; the form of the instant is unknown.", "string", "PV-RATE-002");

    private static string Sentence(ErrorCause[] causes) => string.Join("; or ", causes.Select(c => c.When)) + ".";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
