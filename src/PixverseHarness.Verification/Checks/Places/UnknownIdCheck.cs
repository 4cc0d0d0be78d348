using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Places;

/// <summary>Ids that no job has: 404 on every call that reads a job.</summary>
internal sealed class UnknownIdCheck : ClauseCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
        ["PV-LOOKUP-001", "PV-LOOKUP-002", "PV-LOOKUP-003", "PV-LOOKUP-004", "PV-POLL-002", .. Refusals.Clauses];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        foreach (var id in new[] { Unknown.ZeroId, Unknown.Uuid, Unknown.Hex32, "no.such_id-1" })
        {
            foreach (var (operation, clause) in new[] { (ApiOperation.GetStatus, "PV-LOOKUP-001"), (ApiOperation.GetResult, "PV-LOOKUP-002") })
            {
                var answer = await conversation.ReadAsync(operation, id, cancellationToken);
                run.Refused(clause, answer, ErrorCauses.RequestNotFound);
                run.Judge.Text("PV-LOOKUP-003", answer, "/error", $"Request {id} not found");
                if (id == Unknown.ZeroId)
                {
                    run.Judge.Status("PV-LOOKUP-004", answer, 404);
                }
            }

            var poll = await conversation.ReadAsync(ApiOperation.GetV1Result, id, cancellationToken);
            run.Refused("PV-POLL-002", poll, ErrorCauses.RequestNotFound);
            run.Judge.That(
                "PV-POLL-002", poll, "/error", poll.TextAt("/error")?.EndsWith("Not Found", StringComparison.Ordinal) == true,
                "a text that ends in 'Not Found'", Texts.Shown(poll));
        }
    }
}
