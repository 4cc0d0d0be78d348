namespace PixverseHarness.Client;

/// <summary>What a download has written.</summary>
/// <param name="Bytes">Number of bytes.</param>
/// <param name="ContentType">Media type that the server named; null if none.</param>
public readonly record struct DownloadedFile(long Bytes, string? ContentType);
