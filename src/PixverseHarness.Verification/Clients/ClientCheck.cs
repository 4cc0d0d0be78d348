using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Verification.Clients;

/// <summary>Holds the requests of a client program against the rules that the API's clients have to keep.</summary>
/// <param name="key">The key that the client was given.</param>
/// <param name="givenIds">The ids that submits have answered.</param>
/// <param name="profile">The profile whose limits hold; unknown and repeated members are reported under every profile.</param>
public sealed class ClientCheck(string key, IReadOnlySet<string> givenIds, ApiProfile profile)
{
    private const string OutputPrefix = "/generations/";
    private const int MostShown = 80;

    private readonly ApiProfile _strict = profile with { UnknownMembers = MemberHandling.Reject, DuplicateMembers = MemberHandling.Reject };

    /// <summary>What is wrong with the requests, in their order.</summary>
    /// <param name="requests">The requests in the order of arrival.</param>
    public ImmutableArray<ClientViolation> Violations(IEnumerable<ClientRequest> requests) =>
    [
        .. from numbered in requests.Index()
           from found in Examine(numbered.Item).Distinct()
           select new ClientViolation(found.Rule, numbered.Index + 1, Hide($"{numbered.Item.Method} {numbered.Item.Path} {found.Part}"), Shorten(Hide(found.Seen))),
    ];

    private IEnumerable<(ClientRule Rule, string Part, string Seen)> Examine(ClientRequest request)
    {
        if (WithoutSession(request.Path).StartsWith(OutputPrefix, StringComparison.Ordinal))
        {
            return Output(request);
        }

        var candidates = Operations.All.Where(o => IdOf(o, WithoutSession(request.Path)) is not null).ToArray();
        if (candidates.Length == 0)
        {
            return [(ClientRules.KnownPath, "path", request.Path), .. KeyPlaces(request)];
        }

        var spec = candidates.FirstOrDefault(o => o.Method == request.Method);
        return spec is null
            ? [(ClientRules.Method, "method", $"{request.Method} instead of {candidates[0].Method}"), .. KeyPlaces(request)]
            : [.. Query(request), .. Key(request), .. KeyPlaces(request), .. spec.CreatesJob ? Body(request) : Read(request, spec)];
    }

    private IEnumerable<(ClientRule, string, string)> Output(ClientRequest request)
    {
        if (request.Headers.Any(h => h.Value.Contains(key, StringComparison.Ordinal)))
        {
            yield return (ClientRules.KeyAtOutput, "headers", "the key");
        }

        if (request.Target.Contains(key, StringComparison.Ordinal))
        {
            yield return (ClientRules.KeyInUrl, "URL", "the key");
        }
    }

    private static IEnumerable<(ClientRule, string, string)> Query(ClientRequest request)
    {
        if (request.Query is { Length: > 0 } query)
        {
            yield return (ClientRules.NoQuery, "query", query);
        }
    }

    private IEnumerable<(ClientRule, string, string)> Key(ClientRequest request)
    {
        var keys = request.HeaderValues(Operations.KeyHeader).ToArray();
        if (keys.Length == 0)
        {
            yield return (ClientRules.KeyMissing, Operations.KeyHeader, "no such header");
        }
        else if (keys is not [var only] || only != key)
        {
            // The value may be a key of somebody's: it is not shown.
            yield return (ClientRules.KeyValue, Operations.KeyHeader, keys.Length > 1 ? $"{keys.Length} such headers" : "another value");
        }

        if (request.HeaderValues("Authorization").Any())
        {
            yield return (ClientRules.Authorization, "Authorization", "such a header");
        }
    }

    private IEnumerable<(ClientRule, string, string)> KeyPlaces(ClientRequest request)
    {
        if (request.Target.Contains(key, StringComparison.Ordinal))
        {
            yield return (ClientRules.KeyInUrl, "URL", "the key");
        }

        if (Encoding.UTF8.GetString(request.Body.Span).Contains(key, StringComparison.Ordinal))
        {
            yield return (ClientRules.KeyInBody, "body", "the key");
        }

        foreach (var (name, value) in request.Headers)
        {
            var isPlace = string.Equals(name, Operations.KeyHeader, StringComparison.OrdinalIgnoreCase) || string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase);
            if (!isPlace && value.Contains(key, StringComparison.Ordinal))
            {
                yield return (ClientRules.KeyInHeader, name, "the key");
            }
        }
    }

    private IEnumerable<(ClientRule, string, string)> Read(ClientRequest request, OperationSpec spec)
    {
        if (!request.Body.IsEmpty)
        {
            yield return (ClientRules.NoBody, "body", $"{request.Body.Length} bytes");
        }

        if (spec.ReadsJob && IdOf(spec, WithoutSession(request.Path)) is { } id && !givenIds.Contains(id))
        {
            yield return (ClientRules.GivenId, "id", id);
        }
    }

    private IEnumerable<(ClientRule, string, string)> Body(ClientRequest request)
    {
        var contentType = request.HeaderValues("Content-Type").FirstOrDefault();
        if (!RequestContentType.IsAccepted(contentType))
        {
            yield return (ClientRules.ContentType, "Content-Type", contentType ?? "no such header");
        }

        // How a form lays out the parameters is unknown: nothing in it can be called wrong.
        if (RequestContentType.IsForm(contentType))
        {
            yield break;
        }

        foreach (var fault in RequestReader.Read(request.Body, _strict).Faults)
        {
            yield return (RuleOf(fault.Kind), $"body /{fault.Parameter}".TrimEnd('/'), fault.Message);
        }
    }

    private static ClientRule RuleOf(ParameterFaultKind kind) => kind switch
    {
        ParameterFaultKind.MalformedJson or ParameterFaultKind.NotAnObject => ClientRules.JsonBody,
        ParameterFaultKind.Missing => ClientRules.MissingParameter,
        ParameterFaultKind.WrongType or ParameterFaultKind.Null => ClientRules.ParameterType,
        ParameterFaultKind.RuleBroken => ClientRules.ParameterRules,
        ParameterFaultKind.UnknownMember => ClientRules.UnknownMember,
        ParameterFaultKind.DuplicateMember => ClientRules.DuplicateMember,
        _ => ClientRules.ParameterValue,
    };

    /// <summary>The id that a path has in the place of the operation's; empty without a place for one; null when the path is another.</summary>
    private static string? IdOf(OperationSpec spec, string path)
    {
        if (spec.PathTemplate.Split("{id}") is not [var before, var after])
        {
            return path == spec.PathTemplate ? "" : null;
        }

        var fits = path.Length > before.Length + after.Length
            && path.StartsWith(before, StringComparison.Ordinal) && path.EndsWith(after, StringComparison.Ordinal);
        var id = fits ? path[before.Length..^after.Length] : "";
        return id.Length > 0 && !id.Contains('/', StringComparison.Ordinal) ? Uri.UnescapeDataString(id) : null;
    }

    /// <summary>A path without the prefix of a session, which is the twin's own.</summary>
    private static string WithoutSession(string path) =>
        path.StartsWith("/s/", StringComparison.Ordinal) && path.IndexOf('/', 3) is > 0 and var end ? path[end..] : path;

    private string Hide(string text) => text.Replace(key, "[key]", StringComparison.Ordinal);

    private static string Shorten(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}
