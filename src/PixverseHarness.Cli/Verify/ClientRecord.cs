using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Cli.Verify;

/// <summary>What a client sent to a twin, and the ids that the twin gave it. Filled from several connections at once.</summary>
internal sealed class ClientRecord
{
    private const string Admin = "/__admin";

    private readonly Lock _lock = new();
    private readonly List<ClientRequest> _requests = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Keeps a request, unless it is for the twin itself and not for the API.</summary>
    public void Keep(ReceivedRequest request)
    {
        if (request.Target.Contains(Admin, StringComparison.Ordinal))
        {
            return;
        }

        lock (_lock)
        {
            _requests.Add(new ClientRequest { Method = request.Method, Target = request.Target, Headers = request.Headers, Body = request.Body });
        }
    }

    /// <summary>Keeps the id that a submit was answered with.</summary>
    public void Keep(JournalEntry entry)
    {
        if (entry is { Operation: ApiOperation.Submit, Job: { } id })
        {
            lock (_lock)
            {
                _ids.Add(id);
            }
        }
    }

    /// <summary>The requests in the order of arrival, and the ids. To be read once the client has ended.</summary>
    public (IReadOnlyList<ClientRequest> Requests, IReadOnlySet<string> Ids) Read()
    {
        lock (_lock)
        {
            return ([.. _requests], _ids.ToHashSet(StringComparer.Ordinal));
        }
    }
}
