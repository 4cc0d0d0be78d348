using System.Net;
using System.Security.Cryptography;
using System.Text;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Admin;

/// <summary>
/// Keeps strangers out of the admin API. With a token, whoever knows it may call. Without one, only programs on this
/// machine may: a page in a browser is kept out by its <c>Origin</c>, and one that had its own name resolved to this
/// machine (DNS rebinding) by its <c>Host</c>.
/// </summary>
internal static class AdminGuard
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets a request pass.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">The token; null when the twin has none.</param>
    /// <exception cref="AdminFault">It may not pass.</exception>
    public static void Check(TwinRequest request, string? token)
    {
        if (request.Caller is not { } caller)
        {
            return;
        }

        if (token is not null)
        {
            CheckToken(caller.Authorization, token);
            return;
        }

        if (!caller.IsLocal)
        {
            throw new AdminFault(403, "The admin API is closed to other machines: the twin was started without an admin token")
            {
                Next = "Start it with one, and send it as 'Authorization: Bearer TOKEN'.",
            };
        }

        CheckNames(request, caller);
    }

    private static void CheckToken(string? authorization, string token)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new AdminFault(401, "The admin API of this twin needs its token") { Next = "Send 'Authorization: Bearer TOKEN'." };
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(token)))
        {
            throw new AdminFault(401, "The admin token is wrong") { Next = "Send the token that the twin was started with." };
        }
    }

    private static void CheckNames(TwinRequest request, AdminCaller caller)
    {
        var own = Uri.TryCreate(request.Origin, UriKind.Absolute, out var uri) ? uri : null;
        if (own is null || !IsOfThisMachine(own.Host))
        {
            throw new AdminFault(403, $"The admin API does not answer to the Host '{own?.Authority}'")
            {
                Next = "Call it by 127.0.0.1 or localhost; a twin with an admin token answers to any name.",
            };
        }

        if (caller.Origin is { } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, own.Authority, StringComparison.OrdinalIgnoreCase)))
        {
            throw new AdminFault(403, $"The admin API does not answer to pages of another Origin, such as '{origin}'")
            {
                Next = "Call it from a program, or give the twin an admin token.",
            };
        }
    }

    // An address needs no name service, so nobody can have it resolved to something else.
    private static bool IsOfThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _);
}
