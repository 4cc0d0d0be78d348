using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Admin;

/// <summary>One thing that the admin API can do. Answering, messages and the OpenAPI document all come from it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path below the prefix; one segment may stand in braces.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Document">What it answers with 200; null when that is no document of ours.</param>
/// <param name="Answer">Answers a call.</param>
internal sealed record AdminRoute(string Method, string Template, string Summary, JsonTypeInfo? Document, Func<AdminCall, TwinAnswer> Answer)
{
    /// <summary>Members of the body, or names of the query of a GET or DELETE; empty when it takes none.</summary>
    public ImmutableArray<AdminMember> Members { get; init; } = [];

    /// <summary>What a call sends, for messages and the document; null when there is nothing to send.</summary>
    public string? Example { get; init; }

    /// <summary>Statuses of refusals that are its own, besides 400, 401 and 403.</summary>
    public ImmutableArray<int> Refusals { get; init; } = [];

    /// <summary>Whether the members come in a body.</summary>
    public bool HasBody => Method is "POST" or "PUT";

    /// <summary>A route that answers a document.</summary>
    public static AdminRoute Of<T>(string method, string template, string summary, JsonTypeInfo<T> document, Func<AdminCall, T> make) =>
        new(method, template, summary, document, call => call.Ok(make(call), document));

    /// <summary>Whether a path is one of this route's; the braced segment is given back.</summary>
    public bool Matches(string path, out string id)
    {
        id = "";
        var wanted = Template.Split('/');
        var given = path.Split('/');
        if (wanted.Length != given.Length)
        {
            return false;
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].StartsWith('{') && given[i].Length > 0)
            {
                id = Uri.UnescapeDataString(given[i]);
            }
            else if (!string.Equals(wanted[i], given[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
