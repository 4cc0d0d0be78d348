using System.CommandLine;
using System.Net;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Simulate;

/// <summary>The options that say where a twin listens, and what guards its admin API there.</summary>
internal sealed class ListenFlags
{
    private const string TokenVariable = "PIXVERSE_ADMIN_TOKEN";

    private readonly Option<IPAddress?> _bind = OptionOf.Value<IPAddress?>(
        "--bind", "ADDRESS", "Address to listen on; any but a loopback address needs an admin token. Default 127.0.0.1.",
        text => IPAddress.TryParse(text, out var address) ? address : throw OptionOf.Invalid("--bind", text, "is no IP address such as 127.0.0.1, 0.0.0.0 or ::1"));

    private readonly Option<string?> _tokenFile = OptionOf.Text(
        "--admin-token-file", "FILE", $"Holds the token that the admin API asks for; the variable {TokenVariable} can hold it too.");

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_bind);
        verb.Options.Add(_tokenFile);
    }

    /// <summary>The address and the token; null for none.</summary>
    /// <exception cref="FaultException">The address needs a token (PXH0221), or the token cannot be used (PXH0223).</exception>
    public (IPAddress Address, string? Token) Read(VerbContext context)
    {
        var address = context.Get(_bind) ?? IPAddress.Loopback;
        var tokens = context.Get(_tokenFile) is { } path
            ? SecretText.OfFile(context, "--admin-token-file", path)
            : SecretText.OfVariable(context, TokenVariable);
        return tokens.Length > 0 || IPAddress.IsLoopback(address)
            ? (address, tokens.FirstOrDefault())
            : throw new FaultException(new Fault(ServingMessages.NoAdminToken, $"{Quoted.Of(address.ToString())} is reached from other machines, and the admin API would be open to them") { Where = "--bind" });
    }
}
