using System.Text.Json.Serialization;

namespace Alleviation.Functions.ReferenceData;

/// <summary>A text in both languages.</summary>
public sealed record Label([property: JsonPropertyName("zh-CN")] string Chinese, [property: JsonPropertyName("en")] string English);
