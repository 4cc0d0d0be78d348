using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Places;

/// <summary>Every operation without a key, with a key that is none, and with the key as a bearer token: 401.</summary>
internal sealed class MissingKeyCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
        ["PV-AUTH-002", "PV-AUTH-003", "PV-AUTH-004", "PV-AUTH-005", "PV-AUTH-006", "PV-LOOKUP-004", .. Refusals.Clauses];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(new() { ClosedKeys = true }, Clauses, cancellationToken) is not { } conversation)
        {
            return;
        }

        foreach (var operation in Enum.GetValues<ApiOperation>())
        {
            var request = Request(conversation, operation);
            var missing = await conversation.SendAsync(request with { Key = null }, cancellationToken);
            run.Refused("PV-AUTH-002", missing, ErrorCauses.MissingKey);
            run.Judge.Text("PV-AUTH-003", missing, "/error", ErrorCauses.MissingKey.Message);

            var bearer = request with { Key = null, Headers = [new("Authorization", $"Bearer {conversation.Scene.Key}")] };
            run.Refused("PV-AUTH-006", await conversation.SendAsync(bearer, cancellationToken), ErrorCauses.BearerKey);

            if (BadKey(conversation) is { } bad)
            {
                var refused = await conversation.SendAsync(request with { Key = bad }, cancellationToken);
                run.Refused("PV-AUTH-004", refused, ErrorCauses.InvalidKey);
                run.Judge.That(
                    "PV-AUTH-005", refused, "/error",
                    refused.TextAt("/error")?.StartsWith("Unauthorized. API key is invalid or may have expired", StringComparison.Ordinal) == true,
                    "an error that begins with 'Unauthorized. API key is invalid or may have expired'", Texts.Shown(refused));
                if (operation == ApiOperation.GetStatus)
                {
                    run.Judge.Status("PV-LOOKUP-004", refused, 401);
                }
            }
            else
            {
                run.Judge.NotChecked(["PV-AUTH-004", "PV-AUTH-005"], "the target takes every key and knows none that is bad");
            }
        }

        var good = await conversation.ReadAsync(ApiOperation.GetStatus, Unknown.ZeroId, cancellationToken);
        run.Refused("PV-LOOKUP-004", good, ErrorCauses.RequestNotFound);
    }

    private static ExchangeRequest Request(Conversation conversation, ApiOperation operation) =>
        Operations.Get(operation).CreatesJob
            ? conversation.Post(operation, Unknown.Body)
            : conversation.Get(operation, Unknown.ZeroId);

    private static string? BadKey(Conversation conversation) =>
        conversation.Scene.RefusesMadeUpKeys ? Unknown.Key : conversation.Scene.Triggers.KeyFor(ErrorCauses.InvalidKey);
}
