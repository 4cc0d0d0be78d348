using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Admin;

/// <summary>One call of the admin API.</summary>
/// <param name="Core">The twin.</param>
/// <param name="Session">The session that the path names.</param>
/// <param name="Request">The request.</param>
/// <param name="Route">What it leads to.</param>
/// <param name="Id">The braced segment of the path; empty when there is none.</param>
internal sealed record AdminCall(TwinCore Core, TwinSession Session, TwinRequest Request, AdminRoute Route, string Id)
{
    /// <summary>What the caller sent, read against the route's members.</summary>
    /// <exception cref="AdminFault">It cannot be used.</exception>
    public AdminInput Input => field ??= Read();

    /// <summary>An answer with a document.</summary>
    public TwinAnswer Ok<T>(T document, JsonTypeInfo<T> type) => TwinAnswer.Of(Session.Clock, new TwinResponse
    {
        Status = 200,
        ContentType = "application/json",
        Body = JsonSerializer.SerializeToUtf8Bytes(document, type),
    });

    private AdminInput Read()
    {
        try
        {
            if (!Route.HasBody)
            {
                return AdminInput.OfQuery(Request.Query, Route.Members);
            }

            // A POST whose members are all optional may come without a body, as curl -X POST sends it.
            var body = Request.Body.IsEmpty && Route.Method == "POST" && !Route.Members.Any(m => m.IsRequired) ? "{}"u8.ToArray() : Request.Body;
            return AdminInput.OfBody(body, Route.Members);
        }
        catch (AdminFault fault)
        {
            throw fault.WithNext(Route.Example is { } example ? $"Send {example}." : null);
        }
    }
}
