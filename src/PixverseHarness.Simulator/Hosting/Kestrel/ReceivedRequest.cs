using System.Collections.Immutable;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>A request as it came over the socket, keys included: whoever keeps it must not show them.</summary>
/// <param name="Method">Method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Headers">Headers; one that came more than once stands more than once.</param>
/// <param name="Body">Body; empty when there was none, or when it was too large to be read.</param>
public sealed record ReceivedRequest(
    string Method, string Target, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
