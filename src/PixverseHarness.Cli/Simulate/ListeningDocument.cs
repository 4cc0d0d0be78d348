namespace PixverseHarness.Cli.Simulate;

/// <summary>What <c>simulate --output json</c> prints, on one line, once the twin listens.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Listening">The origin.</param>
/// <param name="SdkBaseUrl">What a Segmind SDK takes as its base URL.</param>
/// <param name="Seed">Seed of all fates.</param>
/// <param name="Profile">Name of the profile, with the switches that were set.</param>
internal sealed record ListeningDocument(int SchemaVersion, string Listening, string SdkBaseUrl, ulong Seed, string Profile);
