// better-sqlite3 keeps references to strings, which Node-API allows from version 10 on. Electron 33 speaks version 9,
// where a reference to a primitive fails. Force-included into the build, this header keeps such a value in a
// one-element array, references the array, and takes the value out again on reading. It costs nothing for objects.
#pragma once
#include <node_api.h>
#include <mutex>
#include <unordered_set>

namespace string_references {

// Worker threads load the same binary, so the set of boxed references is shared between threads.
inline std::mutex guard;
inline std::unordered_set<napi_ref> boxed;

inline napi_status create(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  const bool primitive = type != napi_object && type != napi_function && type != napi_symbol && type != napi_external;
  napi_value kept = value;
  if (primitive) {
    status = napi_create_array_with_length(env, 1, &kept);
    if (status == napi_ok) status = napi_set_element(env, kept, 0, value);
    if (status != napi_ok) return status;
  }
  status = napi_create_reference(env, kept, count, result);
  if (status != napi_ok) return status;
  std::lock_guard<std::mutex> lock(guard);
  // The address may have belonged to a boxed reference of an environment that ended without deleting it.
  if (primitive) boxed.insert(*result);
  else boxed.erase(*result);
  return napi_ok;
}

inline napi_status read(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  {
    std::lock_guard<std::mutex> lock(guard);
    if (boxed.count(reference) == 0) return napi_ok;
  }
  bool is_array = false;
  status = napi_is_array(env, *result, &is_array);
  if (status != napi_ok || !is_array) return status;
  return napi_get_element(env, *result, 0, result);
}

inline napi_status remove(napi_env env, napi_ref reference) {
  {
    std::lock_guard<std::mutex> lock(guard);
    boxed.erase(reference);
  }
  return napi_delete_reference(env, reference);
}

}  // namespace string_references

#define napi_create_reference string_references::create
#define napi_get_reference_value string_references::read
#define napi_delete_reference string_references::remove
