using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Places;

/// <summary>Paths and verbs that do not exist, models that do not exist, and operations that the API does not have.</summary>
internal sealed class RoutesCheck : ClauseCheck
{
    private static readonly string[] UnknownPaths = ["/", "/v3/nothing", "/healthz", "/v1/nothing/at/all"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
    [
        "PV-ROUTE-007", "PV-ROUTE-008", "PV-ROUTE-009", "PV-ROUTE-010", "PV-ROUTE-011", "PV-ROUTE-012", "PV-ROUTE-013", "PV-ROUTE-015",
        "PV-ROUTE-016", "PV-ROUTE-017", .. Refusals.Clauses,
    ];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        foreach (var path in UnknownPaths)
        {
            run.Refused("PV-ROUTE-008", await GetAsync(conversation, path, cancellationToken), ErrorCauses.UnknownPath);
        }

        foreach (var path in new[] { "/openapi.json", "/openapi.yaml", "/swagger.json" })
        {
            run.Refused("PV-ROUTE-009", await GetAsync(conversation, path, cancellationToken), ErrorCauses.UnknownPath);
        }

        await JudgeVerbsAsync(run, conversation, cancellationToken);
        await JudgeModelsAsync(run, conversation, cancellationToken);
        await JudgeAbsentOperationsAsync(run, conversation, cancellationToken);
        var stream = conversation.Get(ApiOperation.GetStatus, Unknown.ZeroId) with { Headers = [new("Accept", "text/event-stream")] };
        var answer = await conversation.SendAsync(stream, cancellationToken);
        run.Judge.That(
            "PV-ROUTE-016", answer, "content-type", answer.MediaType != "text/event-stream", "no event stream", Texts.Shown(answer));
    }

    private static async Task JudgeVerbsAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        foreach (var operation in Operations.All.Where(o => o.CreatesJob))
        {
            foreach (var method in new[] { "GET", "PUT", "DELETE" })
            {
                var answer = await conversation.SendAsync(
                    new ExchangeRequest { Method = method, Uri = conversation.Scene.At(operation.PathTemplate), Operation = operation.Operation, Key = conversation.Scene.Key },
                    cancellationToken);
                run.Refused("PV-ROUTE-010", answer, ErrorCauses.MethodNotAllowed);
                run.Judge.MediaType("PV-ROUTE-011", answer, "text/html");
                run.Judge.That("PV-ROUTE-011", answer, "body", IsHtml(answer), "a whole HTML page", Texts.Shown(answer));
            }

            var head = await conversation.SendAsync(
                new ExchangeRequest { Method = "HEAD", Uri = conversation.Scene.At(operation.PathTemplate), Key = conversation.Scene.Key }, cancellationToken);
            run.Judge.Observe("PV-ROUTE-017", $"HEAD {operation.PathTemplate}: {head.Status}");
        }
    }

    private static bool IsHtml(Exchange answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body.Span).Trim();
        return text.StartsWith('<') && text.EndsWith('>') && text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task JudgeModelsAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        foreach (var version in new[] { "v1", "v2" })
        {
            var post = conversation.Post(ApiOperation.Submit, Unknown.Body) with
            {
                Uri = conversation.Scene.At($"/{version}/no-such-model"),
                Operation = null,
            };
            var unknown = await conversation.SendAsync(post, cancellationToken);
            run.Refused("PV-ROUTE-012", unknown, ErrorCauses.ModelNotFound);
            run.Judge.MediaType("PV-ROUTE-013", unknown, "application/json");
            run.Judge.HasText("PV-ROUTE-013", unknown, "/error");

            var named = post with { Body = Conversation.Json($$"""{"model":"{{Operations.Slug}}","prompt":""}""") };
            run.Refused("PV-ROUTE-007", await conversation.SendAsync(named, cancellationToken), ErrorCauses.ModelNotFound);
        }
    }

    private static async Task JudgeAbsentOperationsAsync(CheckRun run, Conversation conversation, CancellationToken cancellationToken)
    {
        var id = Unknown.ZeroId;
        foreach (var (method, path) in new[]
        {
            ("GET", "/v2/requests"), ("GET", "/v1/requests"), ("DELETE", $"/v2/requests/{id}"), ("POST", $"/v2/requests/{id}/cancel"), ("PUT", $"/v2/requests/{id}/cancel"),
        })
        {
            var answer = await conversation.SendAsync(
                new ExchangeRequest { Method = method, Uri = conversation.Scene.At(path), Key = conversation.Scene.Key }, cancellationToken);
            run.Judge.That("PV-ROUTE-015", answer, "status", answer.Status is >= 400 and < 500, "a refusal: there is no such operation", Texts.Shown(answer));
        }
    }

    private static Task<Exchange> GetAsync(Conversation conversation, string path, CancellationToken cancellationToken) => conversation.SendAsync(
        new ExchangeRequest { Method = "GET", Uri = conversation.Scene.At(path), Key = conversation.Scene.Key }, cancellationToken);
}
